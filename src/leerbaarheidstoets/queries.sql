-- The test of a file: every change is a row.

-- name: insert_toets
INSERT INTO leerbaarheidstoets (id, gemeente, dossier, stand, examennummer, aangevraagd_op, gepland_op, uitslag, score,
    vereist, geregistreerd_op, uitzondering, dag, reden, duo_gemeld_op, afwijking, door, op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)

-- name: rows
-- Newest first, at most $3: (id, stand, examennummer, aangevraagd, gepland, uitslag, score, vereist, geregistreerd,
-- uitzondering, dag, reden, duo_gemeld, afwijking, name of the writer, op).
SELECT t.id, t.stand, t.examennummer, t.aangevraagd_op, t.gepland_op, t.uitslag, t.score, t.vereist, t.geregistreerd_op,
       t.uitzondering, t.dag, t.reden, t.duo_gemeld_op, t.afwijking, g.naam, t.op
FROM leerbaarheidstoets t LEFT JOIN gebruiker g ON g.id = t.door
WHERE t.dossier = $1 AND t.gemeente = $2
ORDER BY t.id DESC LIMIT $3

-- name: duo_notices
-- The first registration of each notice about the test: (code, geregistreerd). At most two rows.
SELECT m.code, MIN(m.geregistreerd) FROM duo_melding m JOIN dossier d ON d.persoon = m.persoon
WHERE d.id = $1 AND m.gemeente = $2 AND m.code IN ('SS137', 'SS131') AND m.stand = 'verwerkt'
GROUP BY m.code

-- name: owner_of_file
-- At most one row: (stand, klantmanager, regisseur, team).
SELECT stand, klantmanager, regisseur, team FROM dossier WHERE id = $1 AND gemeente = $2
