-- What the load is made of.

-- name: caseworkers
-- Klantmanagers with open files, at most $1.
SELECT g.id FROM gebruiker g WHERE g.rol = 'klantmanager' AND g.actief = $2
  AND EXISTS (SELECT 1 FROM dossier d WHERE d.klantmanager = g.id AND d.stand = 'open') ORDER BY g.id LIMIT $1

-- name: files_of
SELECT id FROM dossier WHERE klantmanager = $1 AND stand = 'open' ORDER BY id LIMIT 80

-- name: number_of_files
SELECT COUNT(*) FROM dossier
