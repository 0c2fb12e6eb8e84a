-- Appointments (table afspraak), their feed, and who stands in for whom.

-- name: of_user
-- One row an appointment of $2 beginning in [$3, $4), by begin, at most 500.
SELECT a.id, a.dossier, d.persoon, p.naam, d.nummer, a.gebruiker, g.naam, a.begint, a.eindigt, a.onderwerp, a.plaats,
       a.tolk_taal, a.tolk_stand, a.stand, a.versie
FROM afspraak a JOIN gebruiker g ON g.id = a.gebruiker
LEFT JOIN dossier d ON d.id = a.dossier LEFT JOIN persoon p ON p.id = d.persoon
WHERE a.gemeente = $1 AND a.gebruiker = $2 AND a.begint >= $3 AND a.begint < $4
ORDER BY a.begint, a.id LIMIT 500

-- name: of_file
SELECT a.id, a.dossier, d.persoon, p.naam, d.nummer, a.gebruiker, g.naam, a.begint, a.eindigt, a.onderwerp, a.plaats,
       a.tolk_taal, a.tolk_stand, a.stand, a.versie
FROM afspraak a JOIN gebruiker g ON g.id = a.gebruiker
LEFT JOIN dossier d ON d.id = a.dossier LEFT JOIN persoon p ON p.id = d.persoon
WHERE a.gemeente = $1 AND a.dossier = $2 AND a.begint >= $3 AND a.stand = 'gepland'
ORDER BY a.begint, a.id LIMIT $4

-- name: by_id
SELECT a.id, a.dossier, d.persoon, p.naam, d.nummer, a.gebruiker, g.naam, a.begint, a.eindigt, a.onderwerp, a.plaats,
       a.tolk_taal, a.tolk_stand, a.stand, a.versie
FROM afspraak a JOIN gebruiker g ON g.id = a.gebruiker
LEFT JOIN dossier d ON d.id = a.dossier LEFT JOIN persoon p ON p.id = d.persoon
WHERE a.gemeente = $1 AND a.id = $2

-- name: overlapping
SELECT a.id, a.dossier, d.persoon, p.naam, d.nummer, a.gebruiker, g.naam, a.begint, a.eindigt, a.onderwerp, a.plaats,
       a.tolk_taal, a.tolk_stand, a.stand, a.versie
FROM afspraak a JOIN gebruiker g ON g.id = a.gebruiker
LEFT JOIN dossier d ON d.id = a.dossier LEFT JOIN persoon p ON p.id = d.persoon
WHERE a.gemeente = $1 AND a.gebruiker = $2 AND a.begint < $4 AND a.eindigt > $3 AND a.stand = 'gepland' AND a.id <> $5
ORDER BY a.begint LIMIT 20

-- name: add
INSERT INTO afspraak (id, gemeente, dossier, gebruiker, begint, eindigt, onderwerp, plaats, tolk_taal, tolk_stand, stand)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'gepland')

-- name: change
UPDATE afspraak SET dossier = $4, gebruiker = $5, begint = $6, eindigt = $7, onderwerp = $8, plaats = $9, tolk_taal = $10,
       tolk_stand = $11, versie = versie + 1
WHERE gemeente = $1 AND id = $2 AND versie = $3

-- name: set_stand
UPDATE afspraak SET stand = $4, versie = versie + 1 WHERE gemeente = $1 AND id = $2 AND versie = $3

-- name: exists
SELECT id FROM afspraak WHERE gemeente = $1 AND id = $2

-- name: add_feed
INSERT INTO agenda_feed (id, gemeente, gebruiker, sleutel_hash, gemaakt) VALUES ($1, $2, $3, $4, $5)

-- name: revoke_feeds
UPDATE agenda_feed SET ingetrokken = $2 WHERE gebruiker = $1 AND ingetrokken IS NULL

-- name: live_feed
SELECT id FROM agenda_feed WHERE gebruiker = $1 AND ingetrokken IS NULL

-- name: feed_owner
SELECT f.gemeente, f.gebruiker FROM agenda_feed f JOIN gebruiker g ON g.id = f.gebruiker
WHERE f.sleutel_hash = $1 AND f.ingetrokken IS NULL AND g.actief = $2

-- name: absent_for
SELECT g.id, g.naam FROM vervanging v JOIN gebruiker g ON g.id = v.afwezig
WHERE v.vervanger = $1 AND v.vanaf <= $2 AND v.tot > $2 AND v.ingetrokken_op IS NULL ORDER BY g.naam, g.id LIMIT 7

-- name: substitutions
SELECT v.id, v.afwezig, v.vervanger, a.naam, b.naam, v.vanaf, v.tot, v.ingetrokken_op
FROM vervanging v JOIN gebruiker a ON a.id = v.afwezig JOIN gebruiker b ON b.id = v.vervanger
WHERE v.gemeente = $1 AND v.tot > $2 AND v.ingetrokken_op IS NULL ORDER BY v.vanaf, v.id LIMIT 200

-- name: colleagues
SELECT id, naam FROM gebruiker
WHERE gemeente = $1 AND actief = $2 AND rol IN ('regisseur', 'klantmanager') ORDER BY naam, id LIMIT 500

-- name: is_colleague
SELECT id FROM gebruiker
WHERE gemeente = $1 AND id = $2 AND actief = $3 AND rol IN ('regisseur', 'klantmanager')

-- name: overlapping_substitution
SELECT id FROM vervanging WHERE afwezig = $1 AND vanaf < $3 AND tot > $2 AND ingetrokken_op IS NULL

-- name: add_substitution
INSERT INTO vervanging (id, gemeente, afwezig, vervanger, vanaf, tot) VALUES ($1, $2, $3, $4, $5, $6)

-- name: substitution_of
SELECT afwezig FROM vervanging WHERE gemeente = $1 AND id = $2 AND ingetrokken_op IS NULL

-- name: withdraw_substitution
UPDATE vervanging SET ingetrokken_op = $3 WHERE gemeente = $1 AND id = $2 AND ingetrokken_op IS NULL

-- name: file_by_number
SELECT d.id, d.persoon FROM dossier d WHERE d.gemeente = $1 AND d.nummer = $2
