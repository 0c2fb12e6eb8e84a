-- Documents of a file. $1 is the municipality where not said otherwise.

-- name: insert_content
-- The same bytes once: nothing happens when somebody else was first.
INSERT INTO document_inhoud (gemeente, sleutel, inhoud) VALUES ($1, $2, $3) ON CONFLICT (gemeente, sleutel) DO NOTHING
-- name: has_content
SELECT 1 FROM document_inhoud WHERE gemeente = $1 AND sleutel = $2

-- name: insert_document
INSERT INTO document (id, gemeente, dossier, sleutel, naam, mediatype, omvang, soort, categorie, met_adres, toegevoegd, door)
VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- name: find_document
-- At most one row.
SELECT d.id, d.naam, d.soort, d.mediatype, d.omvang, d.toegevoegd, COALESCE(g.naam, ''), d.categorie, d.met_adres,
       p.geheimhouding, d.sleutel
FROM document d
JOIN dossier o ON o.id = d.dossier
JOIN persoon p ON p.id = o.persoon
LEFT JOIN gebruiker g ON g.id = d.door
WHERE d.gemeente = $1 AND d.dossier = $2 AND d.id = $3
-- name: content
SELECT inhoud FROM document_inhoud WHERE gemeente = $1 AND sleutel = $2

-- name: of_file
-- Newest first, at most 200. Columns as in find_document.
SELECT d.id, d.naam, d.soort, d.mediatype, d.omvang, d.toegevoegd, COALESCE(g.naam, ''), d.categorie, d.met_adres,
       p.geheimhouding, d.sleutel
FROM document d
JOIN dossier o ON o.id = d.dossier
JOIN persoon p ON p.id = o.persoon
LEFT JOIN gebruiker g ON g.id = d.door
WHERE d.gemeente = $1 AND d.dossier = $2
ORDER BY d.toegevoegd DESC, d.id DESC LIMIT 200
