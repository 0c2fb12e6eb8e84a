-- Everything is bound to one municipality: $1 where not said otherwise. People that were merged away point at who they
-- are now (samengevoegd_in) and are not found themselves.

-- name: find_by_bsn
SELECT COALESCE(samengevoegd_in, id) FROM persoon WHERE gemeente = $1 AND bsn_index = $2
ORDER BY CASE WHEN samengevoegd_in IS NULL THEN 0 ELSE 1 END, id LIMIT 1
-- name: find_by_a_nummer
SELECT COALESCE(samengevoegd_in, id) FROM persoon WHERE gemeente = $1 AND a_nummer = $2
ORDER BY CASE WHEN samengevoegd_in IS NULL THEN 0 ELSE 1 END, id LIMIT 1
-- name: find_by_v_nummer
SELECT COALESCE(samengevoegd_in, id) FROM persoon WHERE gemeente = $1 AND v_nummer = $2
ORDER BY CASE WHEN samengevoegd_in IS NULL THEN 0 ELSE 1 END, id LIMIT 1

-- One person without numbers: those are a question of their own.
-- name: person
SELECT id, voornamen, titel, voorvoegsel, geslachtsnaam, naam, eigen_schrift, eigen_schrift_taal, uitspraak, geslacht,
       geboortedatum, geboorteplaats, geboorteland, overleden_op, naamgebruik, taal, tolk_nodig, tolk_wens, geheimhouding,
       opschorting, verblijfstitel, verblijfstitel_vanaf, verblijfstitel_tot, brp_gemeente, brp_ingeschreven_op, herkomst,
       samengevoegd_in, versie
FROM persoon WHERE gemeente = $1 AND id = $2
-- name: numbers
SELECT bsn, a_nummer, v_nummer FROM persoon WHERE gemeente = $1 AND id = $2
-- name: file_is_of
SELECT persoon FROM dossier WHERE gemeente = $1 AND id = $2

-- name: insert_person
INSERT INTO persoon (gemeente, id, bsn, bsn_index, a_nummer, v_nummer, voornamen, titel, voorvoegsel, geslachtsnaam, naam,
                     sorteersleutel, eigen_schrift, eigen_schrift_taal, uitspraak, geslacht, geboortedatum, geboorteplaats,
                     geboorteland, overleden_op, naamgebruik, taal, tolk_nodig, tolk_wens, geheimhouding, opschorting,
                     verblijfstitel, verblijfstitel_vanaf, verblijfstitel_tot, brp_gemeente, brp_ingeschreven_op, herkomst, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
        $26, $27, $28, $29, $30, $31, $32, $33)
-- The same parameters but the last, which is the version that was read: no row changes when somebody was first.
-- name: update_person
UPDATE persoon SET bsn = $3, bsn_index = $4, a_nummer = $5, v_nummer = $6, voornamen = $7, titel = $8, voorvoegsel = $9,
       geslachtsnaam = $10, naam = $11, sorteersleutel = $12, eigen_schrift = $13, eigen_schrift_taal = $14, uitspraak = $15,
       geslacht = $16, geboortedatum = $17, geboorteplaats = $18, geboorteland = $19, overleden_op = $20, naamgebruik = $21,
       taal = $22, tolk_nodig = $23, tolk_wens = $24, geheimhouding = $25, opschorting = $26, verblijfstitel = $27,
       verblijfstitel_vanaf = $28, verblijfstitel_tot = $29, brp_gemeente = $30, brp_ingeschreven_op = $31, herkomst = $32,
       versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND versie = $33
-- name: bump_version
UPDATE persoon SET versie = versie + 1 WHERE gemeente = $1 AND id = $2

-- Addresses in force, oldest first.
-- name: addresses
SELECT id, functie, straat, huisnummer, huisletter, toevoeging, aanduiding, postcode, woonplaats, locatie, land, regel_1,
       regel_2, regel_3, vanaf, tot
FROM adres WHERE gemeente = $1 AND persoon = $2 AND tot IS NULL ORDER BY id
-- Those that ended, newest first, at most 20.
-- name: earlier_addresses
SELECT id, functie, straat, huisnummer, huisletter, toevoeging, aanduiding, postcode, woonplaats, locatie, land, regel_1,
       regel_2, regel_3, vanaf, tot
FROM adres WHERE gemeente = $1 AND persoon = $2 AND tot IS NOT NULL ORDER BY tot DESC, id DESC LIMIT 20
-- name: insert_address
INSERT INTO adres (gemeente, id, persoon, functie, straat, huisnummer, huisletter, toevoeging, aanduiding, postcode,
                   woonplaats, locatie, land, regel_1, regel_2, regel_3, vanaf, tot, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
-- name: end_address
UPDATE adres SET tot = $3 WHERE gemeente = $1 AND id = $2

-- name: contacts
SELECT id, soort, waarde FROM contactgegeven WHERE gemeente = $1 AND persoon = $2 AND tot IS NULL ORDER BY id
-- name: insert_contact
INSERT INTO contactgegeven (gemeente, id, persoon, soort, waarde, zoeksleutel, vanaf) VALUES ($1, $2, $3, $4, $5, $6, $7)
-- name: end_contact
UPDATE contactgegeven SET tot = $3 WHERE gemeente = $1 AND id = $2

-- name: nationalities
SELECT code, vanaf FROM nationaliteit WHERE gemeente = $1 AND persoon = $2 ORDER BY id
-- name: clear_nationalities
DELETE FROM nationaliteit WHERE gemeente = $1 AND persoon = $2
-- name: insert_nationality
INSERT INTO nationaliteit (gemeente, id, persoon, code, vanaf) VALUES ($1, $2, $3, $4, $5)

-- Ties that a source or a user named (not the reverse ones), in the order they came.
-- name: ties
SELECT id, soort, ander, ander_bsn_index, voornamen, titel, voorvoegsel, geslachtsnaam, geslacht, geboortedatum, verbintenis,
       vanaf, tot, verblijf, herkomst, ander_a_nummer
FROM gezinsband WHERE gemeente = $1 AND persoon = $2 AND herkomst <> 'omgekeerd' ORDER BY id
-- name: insert_tie
INSERT INTO gezinsband (gemeente, id, persoon, soort, ander, ander_bsn_index, voornamen, titel, voorvoegsel, geslachtsnaam,
                        geslacht, geboortedatum, verbintenis, vanaf, tot, verblijf, herkomst, ander_a_nummer)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
-- name: update_tie
UPDATE gezinsband SET ander = $3, ander_bsn_index = $4, voornamen = $5, titel = $6, voorvoegsel = $7, geslachtsnaam = $8,
       geslacht = $9, geboortedatum = $10, verbintenis = $11, vanaf = $12, tot = $13, ander_a_nummer = $14
WHERE gemeente = $1 AND id = $2
-- name: delete_tie
DELETE FROM gezinsband WHERE gemeente = $1 AND id = $2
-- The way back ends with the tie it was made for: same pair, other direction.
-- name: delete_reverse_tie
DELETE FROM gezinsband WHERE gemeente = $1 AND persoon = $2 AND ander = $3 AND soort = $4 AND herkomst = 'omgekeerd'
-- People who named this BSN or A-number before it was here.
-- name: waiting_ties
SELECT id, persoon, soort FROM gezinsband WHERE gemeente = $1 AND ander_bsn_index = $2 AND ander IS NULL
UNION
SELECT id, persoon, soort FROM gezinsband WHERE gemeente = $1 AND ander_a_nummer = $3 AND ander IS NULL
ORDER BY id
-- name: link_tie
UPDATE gezinsband SET ander = $3 WHERE gemeente = $1 AND id = $2
-- name: tie_between
SELECT id FROM gezinsband WHERE gemeente = $1 AND persoon = $2 AND soort = $3
  AND (ander = $4 OR (ander IS NULL AND (ander_bsn_index = $5 OR ander_a_nummer = $6)))
ORDER BY CASE WHEN ander IS NULL THEN 1 ELSE 0 END, id LIMIT 1
-- name: set_whereabouts
UPDATE gezinsband SET verblijf = $4 WHERE gemeente = $1 AND id = $2 AND persoon = $3
-- A whole family: named by the person or by the other one; people who are here with their own data and open file.
-- name: family
SELECT b.id, b.soort, b.ander, d.id, COALESCE(p.naam, ''), b.voornamen, b.voorvoegsel, b.geslachtsnaam,
       COALESCE(p.geslacht, b.geslacht), COALESCE(p.geboortedatum, b.geboortedatum), b.verblijf, b.tot, b.herkomst,
       p.overleden_op, b.verbintenis, b.vanaf
FROM gezinsband b
LEFT JOIN persoon p ON p.id = b.ander AND p.gemeente = b.gemeente
LEFT JOIN dossier d ON d.persoon = b.ander AND d.stand = 'open'
WHERE b.gemeente = $1 AND b.persoon = $2
ORDER BY CASE b.soort WHEN 'partner' THEN 0 WHEN 'kind' THEN 1 ELSE 2 END, COALESCE(p.geboortedatum, b.geboortedatum), b.id

-- Newest first; the first one is in force.
-- name: target_groups
SELECT groep, duo_fijn, vanaf, bron FROM doelgroep WHERE persoon = $1 ORDER BY vanaf DESC, id DESC
-- name: insert_target_group
INSERT INTO doelgroep (gemeente, id, persoon, groep, duo_indeling, duo_fijn, asielrechten, vanaf, bron, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: word_id
SELECT id FROM zoekwoord WHERE woord = $1
-- name: insert_word
INSERT INTO zoekwoord (id, woord, klank) VALUES ($1, $2, $3) ON CONFLICT (woord) DO NOTHING
-- name: insert_ending
INSERT INTO zoekstaart (staart, woord) VALUES ($1, $2) ON CONFLICT (staart, woord) DO NOTHING
-- name: terms
-- What the index holds of a person: (word id, word, as it should be: the birth year is still that of the person).
SELECT t.woord, w.woord, t.jaar = CAST(substr(p.geboortedatum, 1, 4) AS INTEGER)
FROM zoekterm t JOIN zoekwoord w ON w.id = t.woord JOIN persoon p ON p.id = t.persoon
WHERE t.gemeente = $1 AND t.persoon = $2
-- name: insert_term
INSERT INTO zoekterm (gemeente, woord, jaar, persoon)
SELECT gemeente, CAST($2 AS BIGINT), CAST(substr(geboortedatum, 1, 4) AS INTEGER), id FROM persoon WHERE gemeente = $1 AND id = $3
ON CONFLICT (gemeente, woord, jaar, persoon) DO NOTHING
-- name: delete_term
DELETE FROM zoekterm WHERE gemeente = $1 AND woord = $2 AND persoon = $3

-- ---- duplicates ----
-- People of whom a name sounds like one of six, born between two dates as text; at most 60.
-- name: alike_by_birth
SELECT DISTINCT p.id FROM persoon p
JOIN zoekterm t ON t.gemeente = p.gemeente AND t.persoon = p.id
JOIN zoekwoord w ON w.id = t.woord
WHERE p.gemeente = $1 AND p.geboortedatum >= $2 AND p.geboortedatum <= $3 AND p.samengevoegd_in IS NULL
  AND w.klank IN ($4, $5, $6, $7, $8, $9)
LIMIT 60
-- name: alike_by_number
SELECT id FROM persoon WHERE gemeente = $1 AND v_nummer = $2 AND samengevoegd_in IS NULL LIMIT 20
-- name: alike_by_bsn
SELECT id FROM persoon WHERE gemeente = $1 AND bsn_index = $2 AND samengevoegd_in IS NULL LIMIT 20
-- name: alike_by_name
SELECT id FROM persoon WHERE gemeente = $1 AND sorteersleutel = $2 AND samengevoegd_in IS NULL LIMIT 60
-- name: traits
SELECT bsn_index, v_nummer, voornamen, voorvoegsel, geslachtsnaam, geboortedatum, geslacht, naam FROM persoon
WHERE gemeente = $1 AND id = $2 AND samengevoegd_in IS NULL
-- name: parent_names
SELECT b.voornamen, b.geslachtsnaam, p.naam FROM gezinsband b LEFT JOIN persoon p ON p.id = b.ander
WHERE b.gemeente = $1 AND b.persoon = $2 AND b.soort = 'ouder' ORDER BY b.id LIMIT 6
-- name: open_file
SELECT id FROM dossier WHERE persoon = $1 AND stand = 'open'
-- A pair that was decided stays decided.
-- name: put_pair
INSERT INTO dubbel (gemeente, id, een, ander, score, redenen, stand) VALUES ($1, $2, $3, $4, $5, $6, 'open')
ON CONFLICT (een, ander) DO UPDATE SET score = excluded.score, redenen = excluded.redenen WHERE dubbel.stand = 'open'
-- name: drop_pair
DELETE FROM dubbel WHERE gemeente = $1 AND een = $2 AND ander = $3 AND stand = 'open'
-- Open pairs, highest score first; keyset on (score, id). At most $4.
-- name: open_pairs
SELECT u.id, u.een, u.ander, u.score, u.redenen, a.naam, b.naam, a.geboortedatum, b.geboortedatum, a.herkomst, b.herkomst
FROM dubbel u JOIN persoon a ON a.id = u.een JOIN persoon b ON b.id = u.ander
WHERE u.gemeente = $1 AND u.stand = 'open' AND (u.score < $2 OR (u.score = $2 AND u.id > $3))
ORDER BY u.score DESC, u.id LIMIT $4
-- name: decided_pairs
SELECT u.id, u.een, u.ander, u.score, u.redenen, a.naam, b.naam, a.geboortedatum, b.geboortedatum, a.herkomst, b.herkomst, u.stand,
       u.besloten_op
FROM dubbel u JOIN persoon a ON a.id = u.een JOIN persoon b ON b.id = u.ander
WHERE u.gemeente = $1 AND u.stand <> 'open' ORDER BY u.besloten_op DESC, u.id DESC LIMIT 20
-- name: pair
SELECT u.id, u.een, u.ander, u.score, u.redenen, u.stand, u.terug, u.besloten_op, g.naam
FROM dubbel u LEFT JOIN gebruiker g ON g.id = u.besloten_door WHERE u.gemeente = $1 AND u.id = $2

-- name: files_of_person
SELECT id, nummer, stand FROM dossier WHERE gemeente = $1 AND persoon = $2 ORDER BY id
-- name: decide_pair
UPDATE dubbel SET stand = $4, besloten_door = $5, besloten_op = $6, terug = $7 WHERE gemeente = $1 AND id = $2 AND stand = $3
-- name: people_after
SELECT id FROM persoon WHERE gemeente = $1 AND id > $2 AND samengevoegd_in IS NULL ORDER BY id LIMIT $3

-- ---- merging: what hangs on a person ----
-- name: rows_adres
SELECT id FROM adres WHERE gemeente = $1 AND persoon = $2
  AND (tot IS NOT NULL OR functie NOT IN (SELECT functie FROM adres WHERE gemeente = $1 AND persoon = $3 AND tot IS NULL))
-- name: move_adres
UPDATE adres SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_contactgegeven
SELECT id FROM contactgegeven WHERE gemeente = $1 AND persoon = $2
  AND (tot IS NOT NULL OR soort NOT IN (SELECT soort FROM contactgegeven WHERE gemeente = $1 AND persoon = $3 AND tot IS NULL))
-- name: move_contactgegeven
UPDATE contactgegeven SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_nationaliteit
SELECT id FROM nationaliteit WHERE gemeente = $1 AND persoon = $2
  AND code NOT IN (SELECT code FROM nationaliteit WHERE gemeente = $1 AND persoon = $3)
-- name: move_nationaliteit
UPDATE nationaliteit SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- Ties that the other one does not have: no second tie to the same relative, none to itself.
-- name: rows_gezinsband
SELECT v.id FROM gezinsband v WHERE v.gemeente = $1 AND v.persoon = $2 AND (v.ander IS NULL OR v.ander <> $3)
  AND NOT EXISTS (SELECT 1 FROM gezinsband w WHERE w.gemeente = $1 AND w.persoon = $3 AND w.soort = v.soort
                  AND (w.ander = v.ander OR w.ander_bsn_index = v.ander_bsn_index
                       OR (COALESCE(w.voornamen, '') = COALESCE(v.voornamen, '')
                           AND COALESCE(w.geslachtsnaam, '') = COALESCE(v.geslachtsnaam, '')
                           AND COALESCE(w.geboortedatum, '') = COALESCE(v.geboortedatum, '') AND w.ander IS NULL AND v.ander IS NULL)))
-- name: move_gezinsband
UPDATE gezinsband SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_gezinsband_ander
SELECT v.id FROM gezinsband v WHERE v.gemeente = $1 AND v.ander = $2 AND v.persoon <> $3
  AND NOT EXISTS (SELECT 1 FROM gezinsband w WHERE w.gemeente = $1 AND w.persoon = v.persoon AND w.soort = v.soort AND w.ander = $3)
-- name: move_gezinsband_ander
UPDATE gezinsband SET ander = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_doelgroep
SELECT id FROM doelgroep WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_doelgroep
UPDATE doelgroep SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_plicht
SELECT id FROM plicht WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_plicht
UPDATE plicht SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_coa_koppeling
SELECT id FROM coa_koppeling WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_coa_koppeling
UPDATE coa_koppeling SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_duo_melding
SELECT id FROM duo_melding WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_duo_melding
UPDATE duo_melding SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_dossier
SELECT id FROM dossier WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_dossier
UPDATE dossier SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_gebeurtenis
SELECT id FROM gebeurtenis WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_gebeurtenis
UPDATE gebeurtenis SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_gebruiker
SELECT id FROM gebruiker WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_gebruiker
UPDATE gebruiker SET persoon = $3 WHERE gemeente = $1 AND id = $2
-- name: rows_samengevoegd
SELECT id FROM persoon WHERE gemeente = $1 AND samengevoegd_in = $2 AND id <> $3
-- name: move_samengevoegd
UPDATE persoon SET samengevoegd_in = $3 WHERE gemeente = $1 AND id = $2
-- name: merged_into
UPDATE persoon SET samengevoegd_in = $3, versie = versie + 1 WHERE gemeente = $1 AND id = $2
-- name: set_bsn
UPDATE persoon SET bsn = $3, bsn_index = $4 WHERE gemeente = $1 AND id = $2

-- ---- COA and files that were read in ----
-- name: coupling
SELECT id FROM coa_koppeling WHERE gemeente = $1 AND persoon = $2 AND locatie = $3 AND gekoppeld_op = $4 LIMIT 1
-- name: insert_coupling
INSERT INTO coa_koppeling (gemeente, id, persoon, locatie, gekoppeld_op, slaapkamers) VALUES ($1, $2, $3, $4, $5, $6)
-- name: couplings
SELECT locatie, gekoppeld_op, uitgestroomd_op, slaapkamers FROM coa_koppeling WHERE gemeente = $1 AND persoon = $2
ORDER BY gekoppeld_op DESC, id DESC

-- name: insert_import
INSERT INTO inlees (gemeente, id, soort, bestandsnaam, gestart_door, gestart, stand, inhoud) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
-- One file that was read, with the name of who did.
-- name: import
SELECT i.id, i.soort, i.bestandsnaam, COALESCE(u.naam, ''), i.gestart, i.klaar, i.stand, i.totaal, i.gelukt, i.ongewijzigd,
       i.geweigerd, i.fout, i.gestart_door
FROM inlees i LEFT JOIN gebruiker u ON u.id = i.gestart_door WHERE i.gemeente = $1 AND i.id = $2
-- Newest first, before $2, at most $3.
-- name: imports
SELECT i.id, i.soort, i.bestandsnaam, COALESCE(u.naam, ''), i.gestart, i.klaar, i.stand, i.totaal, i.gelukt, i.ongewijzigd,
       i.geweigerd, i.fout, i.gestart_door
FROM inlees i LEFT JOIN gebruiker u ON u.id = i.gestart_door WHERE i.gemeente = $1 AND i.id < $2 ORDER BY i.id DESC LIMIT $3
-- name: import_content
SELECT inhoud FROM inlees WHERE gemeente = $1 AND id = $2
-- name: begin_import
UPDATE inlees SET stand = 'bezig', totaal = $3 WHERE gemeente = $1 AND id = $2
-- name: count_import
UPDATE inlees SET gelukt = gelukt + $3, ongewijzigd = ongewijzigd + $4, geweigerd = geweigerd + $5 WHERE gemeente = $1 AND id = $2
-- name: end_import
UPDATE inlees SET stand = $3, klaar = $4, fout = $5, inhoud = NULL WHERE gemeente = $1 AND id = $2
-- name: insert_line
INSERT INTO inlees_regel (gemeente, inlees, regel, uitkomst, reden, persoon) VALUES ($1, $2, $3, $4, $5, $6)
-- name: last_line
SELECT COALESCE(MAX(regel), 0) FROM inlees_regel WHERE gemeente = $1 AND inlees = $2
-- Refused lines, or those that look like somebody else, after line $3, at most $4.
-- name: lines_to_look_at
SELECT regel, uitkomst, reden, persoon FROM inlees_regel
WHERE gemeente = $1 AND inlees = $2 AND regel > $3 AND uitkomst IN ('geweigerd', 'dubbel', 'wacht') ORDER BY regel LIMIT $4
-- name: a_number_of
SELECT a_nummer FROM persoon WHERE gemeente = $1 AND id = $2
-- name: municipality
SELECT id FROM gemeente WHERE code = $1

-- ---- local policy ----
-- name: policy
SELECT waarde FROM beleid WHERE gemeente = $1 AND sleutel = $2 AND vanaf <= $3 ORDER BY vanaf DESC, id DESC LIMIT 1
-- name: policy_history
SELECT b.waarde, b.vanaf, b.besluit, COALESCE(u.naam, ''), b.vastgelegd_op
FROM beleid b LEFT JOIN gebruiker u ON u.id = b.vastgelegd_door
WHERE b.gemeente = $1 AND b.sleutel = $2 ORDER BY b.vanaf DESC, b.id DESC LIMIT 20
-- name: insert_policy
INSERT INTO beleid (gemeente, id, sleutel, waarde, vanaf, besluit, vastgelegd_door, vastgelegd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
-- name: extra_offers
SELECT e.toegekend, e.reden, e.vanaf, COALESCE(u.naam, '') FROM extra_aanbod e LEFT JOIN gebruiker u ON u.id = e.vastgelegd_door
WHERE e.gemeente = $1 AND e.persoon = $2 ORDER BY e.vanaf DESC, e.id DESC LIMIT 20
-- name: insert_extra_offer
INSERT INTO extra_aanbod (gemeente, id, persoon, toegekend, reden, vanaf, vastgelegd_door, vastgelegd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
-- name: rows_extra_aanbod
SELECT id FROM extra_aanbod WHERE gemeente = $1 AND persoon = $2 AND persoon <> $3
-- name: move_extra_aanbod
UPDATE extra_aanbod SET persoon = $3 WHERE gemeente = $1 AND id = $2

-- ---- the list of people ----
-- One row a person by name, keyset on (sort key, id). $4 group or '' or 'onbekend'; $5 phase, '' or 'geen'; at most $6.
-- name: people
SELECT p.id, p.naam, p.eigen_schrift, p.eigen_schrift_taal, p.geboortedatum, p.geheimhouding, p.sorteersleutel, d.id, d.nummer, d.fase,
       (SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1), p.overleden_op, p.opschorting,
       k.naam
FROM persoon p
LEFT JOIN dossier d ON d.persoon = p.id AND d.stand = 'open'
LEFT JOIN gebruiker k ON k.id = COALESCE(d.klantmanager, d.regisseur)
WHERE p.gemeente = $1 AND p.samengevoegd_in IS NULL AND (p.sorteersleutel, p.id) > ($2, $3)
  AND ($4 = '' OR COALESCE((SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
                           'onbekend') = $4)
  AND ($5 = '' OR COALESCE(d.fase, 'geen') = $5)
ORDER BY p.sorteersleutel, p.id LIMIT $6
-- name: people_before
SELECT p.sorteersleutel, p.id FROM persoon p
LEFT JOIN dossier d ON d.persoon = p.id AND d.stand = 'open'
WHERE p.gemeente = $1 AND p.samengevoegd_in IS NULL AND (p.sorteersleutel, p.id) < ($2, $3)
  AND ($4 = '' OR COALESCE((SELECT g.groep FROM doelgroep g WHERE g.persoon = p.id ORDER BY g.vanaf DESC, g.id DESC LIMIT 1),
                           'onbekend') = $4)
  AND ($5 = '' OR COALESCE(d.fase, 'geen') = $5)
ORDER BY p.sorteersleutel DESC, p.id DESC LIMIT $6
