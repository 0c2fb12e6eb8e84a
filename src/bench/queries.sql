-- What the load is made of.

-- name: caseworkers
-- Klantmanagers and regisseurs with open files, at most $1 of each.
SELECT * FROM (
    SELECT g.id FROM gebruiker g WHERE g.rol = 'klantmanager' AND g.actief = $2
      AND EXISTS (SELECT 1 FROM dossier d WHERE d.klantmanager = g.id AND d.stand = 'open') ORDER BY g.id LIMIT $1) k
UNION ALL
SELECT * FROM (
    SELECT g.id FROM gebruiker g WHERE g.rol = 'regisseur' AND g.actief = $2
      AND EXISTS (SELECT 1 FROM dossier d WHERE d.regisseur = g.id AND d.stand = 'open') ORDER BY g.id LIMIT $1) r

-- name: files_of
SELECT id FROM (
    SELECT id FROM dossier WHERE klantmanager = $1 AND stand = 'open'
    UNION SELECT id FROM dossier WHERE regisseur = $1 AND stand = 'open') d ORDER BY id LIMIT 80

-- name: open_intakes_of
SELECT i.dossier FROM intake i JOIN dossier d ON d.id = i.dossier
WHERE i.afgerond_op IS NULL AND d.stand = 'open' AND (d.klantmanager = $1 OR d.regisseur = $1) ORDER BY i.id LIMIT 40

-- name: number_of_files
SELECT COUNT(*) FROM dossier
