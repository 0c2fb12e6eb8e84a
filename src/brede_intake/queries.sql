-- The brede intake: fields, rows of the baseline, talks, legal minimum, call-ups.

-- name: own_list
-- The municipality's leefgebieden in its order; no rows: the list of the program.
SELECT code, titel, actief, eigen FROM leefgebied WHERE gemeente = $1 ORDER BY volgorde, code

-- name: clear_list
DELETE FROM leefgebied WHERE gemeente = $1

-- name: add_to_list
INSERT INTO leefgebied (gemeente, code, titel, volgorde, actief, eigen) VALUES ($1, $2, $3, $4, $5, $6)

-- name: intakes
-- Newest first, at most 20.
SELECT id, begonnen_op, plaats, apart_gesprek_op, laatste_plek, afgerond_op, bij_verstek, afgerond_reden, versie
FROM intake WHERE gemeente = $1 AND dossier = $2 ORDER BY begonnen_op DESC, id DESC LIMIT 20

-- name: insert_intake
INSERT INTO intake (id, gemeente, dossier, begonnen_op, plaats, begonnen_door) VALUES ($1, $2, $3, $4, $5, $6)

-- name: point_out_right
UPDATE intake SET apart_gesprek_op = $3, versie = versie + 1 WHERE gemeente = $1 AND id = $2

-- name: remember_place
UPDATE intake SET laatste_plek = $3 WHERE gemeente = $1 AND id = $2

-- name: close_intake
UPDATE intake SET afgerond_op = $3, bij_verstek = $4, afgerond_reden = $5, afgerond_door = $6, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND afgerond_op IS NULL

-- name: fields
-- All fields of one subject.
SELECT v.veld, v.tekst, v.score, v.verzegeld, v.versie, v.gewijzigd_op, g.naam
FROM intake_veld v LEFT JOIN gebruiker g ON g.id = v.gewijzigd_door
WHERE v.gemeente = $1 AND v.intake = $2 AND v.onderwerp = $3

-- name: answers
-- What was answered on each leefgebied: (onderwerp, tekst, score, verzegeld).
SELECT onderwerp, tekst, score, verzegeld FROM intake_veld
WHERE gemeente = $1 AND intake = $2 AND veld = 'antwoord'

-- name: write_field
INSERT INTO intake_veld (intake, onderwerp, veld, gemeente, tekst, score, verzegeld, versie, gewijzigd_door, gewijzigd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (intake, onderwerp, veld) DO UPDATE SET tekst = excluded.tekst, score = excluded.score,
    verzegeld = excluded.verzegeld, versie = excluded.versie, gewijzigd_door = excluded.gewijzigd_door,
    gewijzigd_op = excluded.gewijzigd_op

-- name: copy_basis
-- What was known of the baseline goes along to the next intake.
INSERT INTO intake_veld (intake, onderwerp, veld, gemeente, tekst, score, verzegeld, versie, gewijzigd_door, gewijzigd_op)
SELECT $3, onderwerp, veld, gemeente, tekst, score, verzegeld, 1, gewijzigd_door, gewijzigd_op
FROM intake_veld WHERE gemeente = $1 AND intake = $2 AND onderwerp = 'basis'

-- name: schooling
SELECT id, versie, land, naam, niveau, jaren, diploma, waardering, waardering_niveau FROM intake_opleiding
WHERE gemeente = $1 AND intake = $2 AND weggehaald_op IS NULL ORDER BY id LIMIT 50

-- name: insert_schooling
INSERT INTO intake_opleiding (id, gemeente, intake, land, naam, niveau, jaren, diploma, waardering, waardering_niveau)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: update_schooling
UPDATE intake_opleiding SET land = $5, naam = $6, niveau = $7, jaren = $8, diploma = $9, waardering = $10,
    waardering_niveau = $11, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND versie = $4 AND weggehaald_op IS NULL

-- name: remove_schooling
UPDATE intake_opleiding SET weggehaald_op = $4, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND weggehaald_op IS NULL

-- name: work
SELECT id, versie, soort, land, beroep, van, tot, uren FROM intake_werk
WHERE gemeente = $1 AND intake = $2 AND weggehaald_op IS NULL ORDER BY id LIMIT 50

-- name: insert_work
INSERT INTO intake_werk (id, gemeente, intake, soort, land, beroep, van, tot, uren) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: update_work
UPDATE intake_werk SET soort = $5, land = $6, beroep = $7, van = $8, tot = $9, uren = $10, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND versie = $4 AND weggehaald_op IS NULL

-- name: remove_work
UPDATE intake_werk SET weggehaald_op = $4, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND weggehaald_op IS NULL

-- name: languages
SELECT id, versie, taal, moedertaal, spreken, lezen, schrijven FROM intake_taal
WHERE gemeente = $1 AND intake = $2 AND weggehaald_op IS NULL ORDER BY id LIMIT 50

-- name: insert_language
INSERT INTO intake_taal (id, gemeente, intake, taal, moedertaal, spreken, lezen, schrijven) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: update_language
UPDATE intake_taal SET taal = $5, moedertaal = $6, spreken = $7, lezen = $8, schrijven = $9, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND versie = $4 AND weggehaald_op IS NULL

-- name: remove_language
UPDATE intake_taal SET weggehaald_op = $4, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND weggehaald_op IS NULL

-- name: count_rows
-- (schooling, work, languages, talks) of an intake.
SELECT (SELECT COUNT(*) FROM intake_opleiding o WHERE o.intake = $2 AND o.gemeente = $1 AND o.weggehaald_op IS NULL),
       (SELECT COUNT(*) FROM intake_werk w WHERE w.intake = $2 AND w.gemeente = $1 AND w.weggehaald_op IS NULL),
       (SELECT COUNT(*) FROM intake_taal t WHERE t.intake = $2 AND t.gemeente = $1 AND t.weggehaald_op IS NULL),
       (SELECT COUNT(*) FROM intake_gesprek s WHERE s.intake = $2 AND s.gemeente = $1)

-- name: insert_part
INSERT INTO intake_onderdeel (id, gemeente, intake, onderdeel, stand, grond, door, op) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: parts
-- Oldest first: the last of a part is in force.
SELECT onderdeel, stand, grond FROM intake_onderdeel WHERE gemeente = $1 AND intake = $2 ORDER BY id

-- name: talks
-- Newest first, at most 100.
SELECT s.id, s.dag, s.plaats, s.wijze, s.aanwezigen, s.tolk_wijze, s.tolk_taal, s.prive, s.verslag, s.verslag_verzegeld,
       s.gebruiker, g.naam, s.versie
FROM intake_gesprek s JOIN gebruiker g ON g.id = s.gebruiker
WHERE s.gemeente = $1 AND s.intake = $2 ORDER BY s.dag DESC, s.id DESC LIMIT 100

-- name: insert_talk
INSERT INTO intake_gesprek (id, gemeente, intake, dag, plaats, wijze, aanwezigen, tolk_wijze, tolk_taal, prive, verslag,
                            verslag_verzegeld, gebruiker, gewijzigd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: update_talk
UPDATE intake_gesprek SET dag = $5, plaats = $6, wijze = $7, aanwezigen = $8, tolk_wijze = $9, tolk_taal = $10,
    verslag = $11, verslag_verzegeld = $12, gewijzigd_op = $13, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND intake = $3 AND versie = $4

-- name: calls
-- In the order in which they were sent.
SELECT o.id, o.nummer, o.verzonden_op, o.uiterlijk, o.afspraak, o.dag, o.brief, o.uitkomst, o.uitkomst_op, o.reden,
       o.verwijtbaar, o.voorstel, o.geen_boete_op, o.geen_boete_reden, a.begint, a.eindigt, a.plaats, a.tolk_taal
FROM oproep o JOIN afspraak a ON a.id = o.afspraak
WHERE o.gemeente = $1 AND o.dossier = $2 AND (o.intake IS NULL OR $3 = 0 OR o.intake = $3) ORDER BY o.id LIMIT 100

-- name: insert_call
INSERT INTO oproep (id, gemeente, dossier, intake, nummer, verzonden_op, uiterlijk, afspraak, dag, verzonden_door, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: set_letter
UPDATE oproep SET brief = $3 WHERE gemeente = $1 AND id = $2

-- name: set_call_outcome
UPDATE oproep SET uitkomst = $3, uitkomst_op = $4, reden = $5, uitkomst_door = $6
WHERE gemeente = $1 AND id = $2 AND uitkomst = 'open'

-- name: judge_call
UPDATE oproep SET verwijtbaar = $3, verwijt_antwoorden = $4, verwijt_door = $5, verwijt_op = $6
WHERE gemeente = $1 AND id = $2 AND verwijtbaar IS NULL

-- name: set_proposal
UPDATE oproep SET voorstel = $3 WHERE gemeente = $1 AND id = $2

-- name: set_no_fine
UPDATE oproep SET geen_boete_op = $3, geen_boete_reden = $4
WHERE gemeente = $1 AND id = $2 AND voorstel IS NOT NULL AND geen_boete_op IS NULL

-- name: tie_calls
-- Call-ups of a file that were sent before its intake began belong to that intake.
UPDATE oproep SET intake = $3 WHERE gemeente = $1 AND dossier = $2 AND intake IS NULL

-- name: linked_in_azc
-- COA linked this person to the municipality and has not housed it yet.
SELECT 1 FROM coa_koppeling k JOIN dossier d ON d.persoon = k.persoon AND d.gemeente = k.gemeente
WHERE k.gemeente = $1 AND d.id = $2 AND k.gekoppeld_op <= $3 AND (k.uitgestroomd_op IS NULL OR k.uitgestroomd_op > $3) LIMIT 1

-- name: appointment_state
SELECT versie FROM afspraak WHERE gemeente = $1 AND id = $2 AND stand = 'gepland'

-- name: only_lawyer
-- The jurists of a municipality, at most two.
SELECT id FROM gebruiker WHERE gemeente = $1 AND rol = 'jurist' AND actief = $2 ORDER BY id LIMIT 2

-- name: file_people
-- Who does the work of a file: (klantmanager, regisseur, team, stand).
SELECT klantmanager, regisseur, team, stand FROM dossier WHERE gemeente = $1 AND id = $2

-- name: uninvited
-- Files whose PIP clock runs (or who may be seen in the AZC, $3) and for whom nothing of an intake stands yet: at most $5
-- after id $4, by id.
SELECT d.id FROM dossier d
WHERE d.gemeente = $1 AND d.stand = 'open' AND d.fase IN ('instroom', 'intake') AND d.id > $4
  AND (EXISTS (SELECT 1 FROM termijn t WHERE t.dossier = d.id AND t.soort = 'pip' AND t.stand = 'loopt')
       OR ($3 = 1 AND EXISTS (SELECT 1 FROM coa_koppeling k WHERE k.persoon = d.persoon AND k.gemeente = d.gemeente
                              AND k.gekoppeld_op <= $2 AND (k.uitgestroomd_op IS NULL OR k.uitgestroomd_op > $2))))
  AND NOT EXISTS (SELECT 1 FROM intake i WHERE i.dossier = d.id)
  AND NOT EXISTS (SELECT 1 FROM oproep o WHERE o.dossier = d.id)
  AND NOT EXISTS (SELECT 1 FROM taak k WHERE k.dossier = d.id AND k.soort = 'intake')
ORDER BY d.id LIMIT $5

-- name: municipalities
SELECT id FROM gemeente ORDER BY id
