-- Letters, the texts they are made of, and what stands at their top. $1 is the municipality where not said otherwise.

-- name: insert_letter
INSERT INTO brief (id, gemeente, dossier, soort, stand, bron, titel, taal, vertaald, inhoud, gemaakt_op, gemaakt, gemaakt_door)
VALUES ($2, $1, $3, $4, 'concept', $5, $6, $7, $8, $9, $10, $11, $12)

-- name: replace_concept
-- One row, or none when it is no concept any more.
UPDATE brief SET soort = $3, titel = $4, taal = $5, vertaald = $6, inhoud = $7, gemaakt_op = $8, gemaakt = $9,
       gemaakt_door = $10, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND stand = 'concept'

-- name: set_language
-- One row, or none when it is no concept of that version any more.
UPDATE brief SET taal = $4, vertaald = $5, inhoud = $6, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND versie = $3 AND stand = 'concept'

-- name: set_sent
-- One row, or none when somebody changed it since version $3.
UPDATE brief SET stand = 'verzonden', wijze = $4, verzonden_op = $5, verzonden_door = $6, bezwaar_tot = $7, vast = $8,
       document = $9, document_nl = $10, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND versie = $3 AND stand = 'concept'

-- name: set_returned
UPDATE brief SET stand = 'retour', retour_op = $3, retour_reden = $4, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND stand = 'verzonden'

-- name: find_letter
-- At most one row.
SELECT b.id, b.dossier, b.soort, b.stand, b.titel, b.taal, b.vertaald, b.bron, b.gemaakt_op, COALESCE(g.naam, ''), b.wijze,
       b.verzonden_op, b.bezwaar_tot, b.retour_op, b.retour_reden, b.document, b.document_nl, b.versie
FROM brief b LEFT JOIN gebruiker g ON g.id = b.gemaakt_door
WHERE b.gemeente = $1 AND b.dossier = $2 AND b.id = $3

-- name: letter_of_source
-- At most one row. Columns as in find_letter.
SELECT b.id, b.dossier, b.soort, b.stand, b.titel, b.taal, b.vertaald, b.bron, b.gemaakt_op, COALESCE(g.naam, ''), b.wijze,
       b.verzonden_op, b.bezwaar_tot, b.retour_op, b.retour_reden, b.document, b.document_nl, b.versie
FROM brief b LEFT JOIN gebruiker g ON g.id = b.gemaakt_door
WHERE b.gemeente = $1 AND b.dossier = $2 AND b.bron = $3

-- name: letters_of_file
-- Newest first, at most 200. Columns as in find_letter.
SELECT b.id, b.dossier, b.soort, b.stand, b.titel, b.taal, b.vertaald, b.bron, b.gemaakt_op, COALESCE(g.naam, ''), b.wijze,
       b.verzonden_op, b.bezwaar_tot, b.retour_op, b.retour_reden, b.document, b.document_nl, b.versie
FROM brief b LEFT JOIN gebruiker g ON g.id = b.gemaakt_door
WHERE b.gemeente = $1 AND b.dossier = $2
ORDER BY b.gemaakt DESC, b.id DESC LIMIT 200

-- name: letter_content
SELECT b.inhoud, b.vast, g.naam, g.rol FROM brief b LEFT JOIN gebruiker g ON g.id = b.gemaakt_door
WHERE b.gemeente = $1 AND b.id = $2

-- name: addressee
-- At most one row: the file and its person.
SELECT d.nummer, d.stand, p.id, p.geheimhouding, p.overleden_op, COALESCE(p.taal, ''), m.naam, p.naam, d.regisseur, d.klantmanager
FROM dossier d JOIN persoon p ON p.id = d.persoon JOIN gemeente m ON m.id = d.gemeente
WHERE d.gemeente = $1 AND d.id = $2
-- name: partners
-- Partners as a source named them, in the order they came.
SELECT voornamen, titel, voorvoegsel, geslachtsnaam, geslacht, vanaf, tot, verbintenis
FROM gezinsband WHERE gemeente = $1 AND persoon = $2 AND soort = 'partner' AND herkomst <> 'omgekeerd' ORDER BY id

-- name: insert_text
INSERT INTO sjabloon (id, gemeente, soort, taal, tekst, bij_nl, gemaakt, door) VALUES ($2, $1, $3, $4, $5, $6, $7, $8)
-- name: newest_text
-- At most one row: the last, which counts.
SELECT s.id, s.tekst, s.bij_nl, s.gemaakt, COALESCE(g.naam, '')
FROM sjabloon s LEFT JOIN gebruiker g ON g.id = s.door
WHERE s.gemeente = $1 AND s.soort = $2 AND s.taal = $3 ORDER BY s.gemaakt DESC, s.id DESC LIMIT 1
-- name: text_versions
-- Newest first, at most 50. Columns as in newest_text.
SELECT s.id, s.tekst, s.bij_nl, s.gemaakt, COALESCE(g.naam, '')
FROM sjabloon s LEFT JOIN gebruiker g ON g.id = s.door
WHERE s.gemeente = $1 AND s.soort = $2 AND s.taal = $3 ORDER BY s.gemaakt DESC, s.id DESC LIMIT 50
-- name: text_by_id
-- At most one row. Columns as in newest_text.
SELECT s.id, s.tekst, s.bij_nl, s.gemaakt, COALESCE(g.naam, '')
FROM sjabloon s LEFT JOIN gebruiker g ON g.id = s.door
WHERE s.gemeente = $1 AND s.soort = $2 AND s.taal = $3 AND s.id = $4
-- name: own_languages
-- Which translations the municipality wrote itself; at most one row a language.
SELECT DISTINCT taal FROM sjabloon WHERE gemeente = $1 AND soort = $2 ORDER BY taal

-- name: insert_head
INSERT INTO briefhoofd (id, gemeente, afdeling, adres, bezoekadres, telefoon, website, gemaakt, door)
VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9)
-- name: head
-- At most one row: the last, which counts.
SELECT afdeling, adres, bezoekadres, telefoon, website FROM briefhoofd WHERE gemeente = $1
ORDER BY gemaakt DESC, id DESC LIMIT 1
