-- A form is sent once (table verzonden_formulier).

-- name: claim_form
-- One row when this key was free: (sleutel).
INSERT INTO verzonden_formulier (sleutel, gebruiker, antwoord, tijdstip) VALUES ($1, $2, '', $3)
ON CONFLICT (sleutel) DO NOTHING RETURNING sleutel

-- name: finish_form
UPDATE verzonden_formulier SET antwoord = $2 WHERE sleutel = $1

-- name: release_form
DELETE FROM verzonden_formulier WHERE sleutel = $1

-- name: answer_of_form
-- At most one row: where the first sending led to; empty while it is still at work.
SELECT antwoord FROM verzonden_formulier WHERE sleutel = $1 AND gebruiker = $2

-- name: forget_old_forms
DELETE FROM verzonden_formulier WHERE tijdstip < $1

-- name: alive
SELECT 1
