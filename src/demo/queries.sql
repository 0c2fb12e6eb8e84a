-- Municipalities and heads of what the fast path fills.

-- name: any_file
SELECT id FROM dossier LIMIT 1

-- name: add_municipality
INSERT INTO gemeente (id, code, naam) VALUES ($1, $2, $3)

-- name: add_chain
INSERT INTO keten (gemeente, naam, volgnummer, hash) VALUES ($1, $2, 0, $3)

-- name: add_team
INSERT INTO team (id, gemeente, naam) VALUES ($1, $2, $3)

-- name: add_staff
INSERT INTO gebruiker (id, gemeente, gebruikersnaam, naam, rol, team, actief, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: add_substitution
INSERT INTO vervanging (id, gemeente, afwezig, vervanger, vanaf, tot) VALUES ($1, $2, $3, $4, $5, $6)

-- name: add_policy
INSERT INTO beleid (id, gemeente, sleutel, waarde, vanaf, besluit, vastgelegd_door, vastgelegd_op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: set_numbers
INSERT INTO nummerreeks (gemeente, jaar, laatste) VALUES ($1, $2, $3)

-- name: files_of_others
-- Open files that somebody else directs, the first three.
SELECT id FROM dossier WHERE gemeente = $1 AND stand = 'open' AND klantmanager <> $2 ORDER BY id LIMIT 3

-- name: add_access
INSERT INTO toegang (id, gemeente, gebruiker, dossier, doel, reden, vanaf, tot, nagekeken_door, nagekeken_op, oordeel)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: not_spoken_to
-- Open files of a klantmanager of which the intake has not begun, the first five.
SELECT d.id FROM dossier d WHERE d.gemeente = $1 AND d.klantmanager = $2 AND d.stand = 'open' AND d.fase = 'intake'
  AND NOT EXISTS (SELECT 1 FROM intake i WHERE i.dossier = d.id) ORDER BY d.id LIMIT 5
