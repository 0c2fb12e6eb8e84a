-- The inbox of DUO's notices.

-- name: add
-- One row when it was not here yet (same event, person and registration moment).
INSERT INTO duo_melding (id, gemeente, code, geregistreerd, ontvangen, persoonsleutel, bsn, v_nummer, persoon, inhoud, stand, toelichting)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (gemeente, code, persoonsleutel, geregistreerd) DO NOTHING RETURNING id

-- name: set_outcome
UPDATE duo_melding SET stand = $3, toelichting = $4, persoon = $5 WHERE gemeente = $1 AND id = $2

-- name: later_codes
-- Codes of processed notices of this person that DUO registered later: (code).
SELECT code FROM duo_melding
WHERE gemeente = $1 AND persoon = $2 AND stand = 'verwerkt' AND (geregistreerd > $3 OR (geregistreerd = $3 AND id > $4))

-- name: same_notice
-- The same notice of this person under another number: once by V-number, once by BSN.
SELECT id FROM duo_melding
WHERE gemeente = $1 AND persoon = $2 AND geregistreerd = $3 AND code = $4 AND id <> $5 AND stand IN ('verwerkt', 'achterhaald')

-- name: waiting_of
-- Waiting notices of one person, oldest registration first: (id, inhoud).
SELECT id, inhoud FROM duo_melding
WHERE gemeente = $1 AND stand = 'wacht_op_persoon' AND (persoonsleutel = $2 OR persoonsleutel = $3 OR v_nummer = $4)
ORDER BY geregistreerd, id

-- name: waiting_by_id
SELECT id, inhoud FROM duo_melding WHERE gemeente = $1 AND id = $2 AND stand = 'wacht_op_persoon'

-- name: any_waiting
SELECT id FROM duo_melding WHERE gemeente = $1 AND stand = 'wacht_op_persoon' LIMIT 1

-- name: add_duty
INSERT INTO plicht (id, gemeente, persoon, plichtig, begin_op, eind_op, gewijzigd_op, kennisgeving_op, reden_geen, melding, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: last_file
-- The newest file of a person, open or not: (id, stand).
SELECT id, stand FROM dossier WHERE persoon = $1 ORDER BY CASE WHEN stand = 'open' THEN 0 ELSE 1 END, id DESC LIMIT 1

-- name: registered_here
-- The registration in the BRP, when it is in this municipality.
SELECT p.brp_ingeschreven_op FROM persoon p JOIN gemeente g ON g.id = p.gemeente AND g.code = p.brp_gemeente
WHERE p.gemeente = $1 AND p.id = $2

-- name: same_task
SELECT id FROM taak WHERE gemeente = $1 AND dossier = $2 AND titel = $3 AND stand IN ('open', 'wacht')

-- name: open_search_task
SELECT id FROM taak WHERE gemeente = $1 AND soort = 'duo' AND dossier IS NULL AND stand IN ('open', 'wacht') AND titel = $2

-- name: inbox
-- One row a notice, latest registration first, at most $5.
SELECT m.id, m.code, m.stand, m.toelichting, m.v_nummer, p.naam, m.geregistreerd, m.ontvangen, m.persoon, d.id,
       CASE WHEN m.bsn IS NULL THEN 0 ELSE 1 END
FROM duo_melding m LEFT JOIN persoon p ON p.id = m.persoon
LEFT JOIN dossier d ON d.persoon = m.persoon AND d.stand = 'open'
WHERE m.gemeente = $1 AND ($2 = '' OR m.stand = $2) AND (m.geregistreerd < $3 OR (m.geregistreerd = $3 AND m.id < $4))
ORDER BY m.geregistreerd DESC, m.id DESC LIMIT $5

-- name: inbox_of_code
-- As inbox, of one code ($6): rare codes are found through their own index.
SELECT m.id, m.code, m.stand, m.toelichting, m.v_nummer, p.naam, m.geregistreerd, m.ontvangen, m.persoon, d.id,
       CASE WHEN m.bsn IS NULL THEN 0 ELSE 1 END
FROM duo_melding m LEFT JOIN persoon p ON p.id = m.persoon
LEFT JOIN dossier d ON d.persoon = m.persoon AND d.stand = 'open'
WHERE m.gemeente = $1 AND m.code = $6 AND ($2 = '' OR m.stand = $2)
  AND (m.geregistreerd < $3 OR (m.geregistreerd = $3 AND m.id < $4))
ORDER BY m.geregistreerd DESC, m.id DESC LIMIT $5

-- name: of_person
SELECT m.id, m.code, m.stand, m.toelichting, m.v_nummer, p.naam, m.geregistreerd, m.ontvangen, m.persoon, d.id,
       CASE WHEN m.bsn IS NULL THEN 0 ELSE 1 END
FROM duo_melding m LEFT JOIN persoon p ON p.id = m.persoon
LEFT JOIN dossier d ON d.persoon = m.persoon AND d.stand = 'open'
WHERE m.gemeente = $1 AND m.persoon = $2 ORDER BY m.geregistreerd DESC, m.id DESC LIMIT 200

-- name: by_id
SELECT m.id, m.code, m.stand, m.toelichting, m.v_nummer, p.naam, m.geregistreerd, m.ontvangen, m.persoon, d.id,
       CASE WHEN m.bsn IS NULL THEN 0 ELSE 1 END
FROM duo_melding m LEFT JOIN persoon p ON p.id = m.persoon
LEFT JOIN dossier d ON d.persoon = m.persoon AND d.stand = 'open'
WHERE m.gemeente = $1 AND m.id = $2

-- name: duty
-- The plicht as DUO registered it, the one in force first: (plichtig, begin_op, eind_op, gewijzigd_op, kennisgeving_op, reden_geen).
SELECT plichtig, begin_op, eind_op, gewijzigd_op, kennisgeving_op, reden_geen FROM plicht
WHERE gemeente = $1 AND persoon = $2 ORDER BY COALESCE(gewijzigd_op, kennisgeving_op, begin_op) DESC, id DESC LIMIT 20

-- name: municipality_by_code
SELECT id FROM gemeente WHERE code = $1

-- name: add_import
INSERT INTO inlees (id, gemeente, soort, bestandsnaam, gestart_door, gestart, stand) VALUES ($1, $2, 'duo', $3, $4, $5, 'bezig')

-- name: add_import_line
INSERT INTO inlees_regel (inlees, regel, gemeente, uitkomst, reden, persoon) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (inlees, regel) DO UPDATE SET uitkomst = excluded.uitkomst, reden = excluded.reden, persoon = excluded.persoon

-- name: count_import
UPDATE inlees SET totaal = $2, gelukt = $3, ongewijzigd = $4, geweigerd = $5 WHERE id = $1

-- name: finish_import
UPDATE inlees SET stand = 'klaar', klaar = $2 WHERE id = $1

-- name: refused_lines
SELECT regel, reden FROM inlees_regel WHERE inlees = $1 AND uitkomst = 'geweigerd' ORDER BY regel LIMIT 1000

-- name: person_of_file
SELECT persoon FROM dossier WHERE gemeente = $1 AND nummer = $2

-- name: import_content
-- What is still to be read of an upload: (gemeente, gestart_door, inhoud).
SELECT gemeente, gestart_door, inhoud FROM inlees WHERE id = $1

-- name: forget_content
UPDATE inlees SET inhoud = NULL WHERE id = $1

-- name: fail_import
UPDATE inlees SET stand = 'mislukt', fout = $2, klaar = $3, inhoud = NULL WHERE id = $1

-- name: start_import
UPDATE inlees SET stand = 'bezig' WHERE id = $1 AND stand = 'wacht'

-- name: all_waiting
-- Every waiting notice of a municipality, oldest registration first: (id, inhoud).
SELECT id, inhoud FROM duo_melding WHERE gemeente = $1 AND stand = 'wacht_op_persoon' ORDER BY geregistreerd, id LIMIT 5000
