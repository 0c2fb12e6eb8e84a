-- No row when an open job has the same key.
-- name: add
INSERT INTO job (id, gemeente, soort, inhoud, eenmalig, stand, niet_voor, aangemaakt)
VALUES ($1, $2, $3, $4, $5, 'wacht', $6, $7)
ON CONFLICT (eenmalig) WHERE stand IN ('wacht', 'bezig') DO NOTHING
RETURNING id

-- At most one row: the open job with this key.
-- name: open_with_key
SELECT id FROM job WHERE eenmalig = $1 AND stand IN ('wacht', 'bezig')

-- One row: whether there is a job to take at $1.
-- name: is_any_due
SELECT EXISTS (SELECT 1 FROM job WHERE stand = 'wacht' AND niet_voor <= $1)
    OR EXISTS (SELECT 1 FROM job WHERE stand = 'bezig' AND lease_tot <= $1)

-- Jobs that took their server down as often as a job may be tried ($2).
-- name: give_up_lapsed
UPDATE job SET stand = 'mislukt', fout = 'de server viel telkens uit', klaar_op = $1, lease_tot = NULL, lease_van = NULL
WHERE stand = 'bezig' AND lease_tot <= $1 AND poging >= $2

-- At most one row, now ours: the job whose lease ran out first. The condition stands there twice because on PostgreSQL
-- another server can take the row between the inner question and the change.
-- name: take_lapsed
UPDATE job SET poging = poging + 1, lease_tot = $2, lease_van = $3
WHERE id = (SELECT id FROM job WHERE stand = 'bezig' AND lease_tot <= $1 ORDER BY lease_tot, id LIMIT 1)
  AND stand = 'bezig' AND lease_tot <= $1
RETURNING id, soort, inhoud, poging, gemeente

-- At most one row, now ours: the job that has waited longest.
-- name: take_waiting
UPDATE job SET stand = 'bezig', poging = poging + 1, lease_tot = $2, lease_van = $3
WHERE id = (SELECT id FROM job WHERE stand = 'wacht' AND niet_voor <= $1 ORDER BY niet_voor, id LIMIT 1)
  AND stand = 'wacht' AND niet_voor <= $1
RETURNING id, soort, inhoud, poging, gemeente

-- name: renew
UPDATE job SET lease_tot = $3 WHERE id = $1 AND lease_van = $2 AND stand = 'bezig'

-- name: done
UPDATE job SET stand = 'klaar', fout = NULL, klaar_op = $3, lease_tot = NULL, lease_van = NULL
WHERE id = $1 AND lease_van = $2 AND stand = 'bezig'

-- name: failed
UPDATE job SET stand = 'mislukt', fout = $3, klaar_op = $4, lease_tot = NULL, lease_van = NULL
WHERE id = $1 AND lease_van = $2 AND stand = 'bezig'

-- name: again_later
UPDATE job SET stand = 'wacht', fout = $3, niet_voor = $4, lease_tot = NULL, lease_van = NULL
WHERE id = $1 AND lease_van = $2 AND stand = 'bezig'

-- At most $2 jobs that were done before $1. What waits, runs or failed stays. `niet_voor` is never after `klaar_op`: it
-- says the same as the last condition and has the index.
-- name: forget_done
DELETE FROM job WHERE id IN (
    SELECT id FROM job WHERE stand = 'klaar' AND niet_voor < $1 AND klaar_op < $1 ORDER BY niet_voor LIMIT $2)

-- The server stops: as if it had not been tried.
-- name: put_back
UPDATE job SET stand = 'wacht', poging = poging - 1, lease_tot = NULL, lease_van = NULL
WHERE id = $1 AND lease_van = $2 AND stand = 'bezig'
