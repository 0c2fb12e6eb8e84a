-- Facts, clocks and the tasks that follow from them.

-- name: insert_feit
INSERT INTO termijnfeit (id, gemeente, dossier, soort, dag, tot, bron, toelichting, vervangt, vastgelegd_door, vastgelegd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: hold_file
-- Keeps others from changing the facts and clocks of this file until the transaction ends.
UPDATE dossier SET versie = versie WHERE id = $1

-- name: facts
-- Facts of a file that nothing replaced, in the order of writing: (id, soort, dag, tot, bron, toelichting, vastgelegd_op).
SELECT f.id, f.soort, f.dag, f.tot, f.bron, f.toelichting, f.vastgelegd_op
FROM termijnfeit f
WHERE f.dossier = $1 AND NOT EXISTS (SELECT 1 FROM termijnfeit n WHERE n.dossier = $1 AND n.vervangt = f.id)
ORDER BY f.id

-- name: history
-- Newest first, at most 200: (id, soort, dag, tot, bron, toelichting, vastgelegd_op, replaced, name of the writer).
SELECT f.id, f.soort, f.dag, f.tot, f.bron, f.toelichting, f.vastgelegd_op,
       CASE WHEN EXISTS (SELECT 1 FROM termijnfeit n WHERE n.dossier = $1 AND n.vervangt = f.id) THEN 1 ELSE 0 END, g.naam
FROM termijnfeit f LEFT JOIN gebruiker g ON g.id = f.vastgelegd_door
WHERE f.dossier = $1 AND f.gemeente = $2
ORDER BY f.id DESC LIMIT 200

-- name: file_for_clocks
-- At most one row: (stand, klantmanager, regisseur, team, group in force).
SELECT d.stand, d.klantmanager, d.regisseur, d.team,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM dossier d WHERE d.id = $1

-- name: termijnen
-- Clocks as last reckoned: (soort, begin_op, uiterlijk, ongerold, stand, bron, waarschuwing).
SELECT soort, begin_op, uiterlijk, ongerold, stand, bron, waarschuwing FROM termijn WHERE dossier = $1

-- name: put_termijn
INSERT INTO termijn (id, gemeente, dossier, soort, begin_op, uiterlijk, ongerold, stand, bron, waarschuwing)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (dossier, soort) DO UPDATE SET begin_op = excluded.begin_op, uiterlijk = excluded.uiterlijk,
    ongerold = excluded.ongerold, stand = excluded.stand, bron = excluded.bron, waarschuwing = excluded.waarschuwing

-- name: forget_termijn
DELETE FROM termijn WHERE dossier = $1 AND soort = $2

-- name: warned_files
-- Files with a running clock whose warning day has come and that has no task, by id, at most 200 after $3.
SELECT DISTINCT t.dossier FROM termijn t
WHERE t.gemeente = $1 AND t.stand = 'loopt' AND t.waarschuwing <= $2 AND t.dossier > $3
  AND NOT EXISTS (SELECT 1 FROM taak k WHERE k.dossier = t.dossier AND k.termijnsoort = t.soort
                  AND k.stand IN ('open', 'wacht'))
ORDER BY t.dossier LIMIT 200

-- name: municipalities
SELECT id FROM gemeente ORDER BY id
