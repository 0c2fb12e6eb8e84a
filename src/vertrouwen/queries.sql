-- Accounts, sessions, purposes, the read log and the audit chain.

-- name: key_proofs
-- One row a municipality that has a proof: the sealed constant.
SELECT sleutelproef FROM gemeente WHERE sleutelproef IS NOT NULL

-- name: set_key_proof
UPDATE gemeente SET sleutelproef = $1 WHERE sleutelproef IS NULL

-- name: find_session
-- At most one row: a session, its user and the user's municipality.
SELECT s.id, s.volledig, s.csrf_sleutel, s.aangemaakt, s.laatst_gezien, s.herkomst,
       g.id, g.gemeente, g.gebruikersnaam, g.naam, g.rol, g.team, g.actief, g.totp_geheim IS NOT NULL, g.taal, g.versie,
       m.naam, m.tweede_factor, g.wachtwoord_op IS NULL
FROM sessie s JOIN gebruiker g ON g.id = s.gebruiker JOIN gemeente m ON m.id = g.gemeente
WHERE s.sleutel_hash = $1

-- name: touch_session
UPDATE sessie SET laatst_gezien = $2 WHERE id = $1

-- name: find_user
-- At most one row: a user and the municipality.
SELECT g.id, g.gemeente, g.gebruikersnaam, g.naam, g.rol, g.team, g.actief, g.totp_geheim IS NOT NULL, g.taal, g.versie,
       m.naam, m.tweede_factor, g.wachtwoord_op IS NULL
FROM gebruiker g JOIN gemeente m ON m.id = g.gemeente
WHERE g.id = $1

-- name: find_relation
-- At most one row: how user $2 of team $3 stands to file $1 on day $4, the purpose in force at moment $5, and whether
-- the user is known as a person here (then ask is_family).
SELECT d.gemeente, d.persoon,
       COALESCE(d.regisseur = $2, FALSE) OR COALESCE(d.klantmanager = $2, FALSE),
       EXISTS (SELECT 1 FROM vervanging v
               WHERE v.vervanger = $2 AND v.afwezig IN (d.regisseur, d.klantmanager)
                 AND v.vanaf <= $4 AND v.tot > $4 AND v.ingetrokken_op IS NULL),
       COALESCE(d.team = CAST($3 AS BIGINT), FALSE),
       (SELECT t.doel FROM toegang t
        WHERE t.gebruiker = $2 AND t.dossier = d.id AND t.vanaf <= $5 AND t.tot > $5
        ORDER BY t.vanaf DESC, t.id DESC LIMIT 1),
       EXISTS (SELECT 1 FROM gebruiker u
               WHERE u.id = $2 AND (u.persoon IS NOT NULL OR u.bsn_index IS NOT NULL))
FROM dossier d WHERE d.id = $1

-- name: is_family
-- One row when person $2 is user $1 himself or family: the same BSN, a tie of the family either way (by the person we
-- know, or by the blind index of the BSN), or a parent in common.
WITH zelf AS (
    SELECT u.id AS gebruiker, p.id AS persoon, p.bsn_index
    FROM gebruiker u JOIN persoon p ON p.id = u.persoon WHERE u.id = $1
    UNION
    SELECT u.id, p.id, p.bsn_index
    FROM gebruiker u JOIN persoon p ON p.gemeente = u.gemeente AND p.bsn_index = u.bsn_index WHERE u.id = $1)
SELECT 1 WHERE EXISTS (SELECT 1 FROM zelf WHERE persoon = $2)
    OR EXISTS (SELECT 1 FROM gebruiker u JOIN gezinsband b ON b.persoon = $2
               WHERE u.id = $1 AND (b.ander = u.persoon OR b.ander_bsn_index = u.bsn_index))
    OR EXISTS (SELECT 1 FROM zelf z JOIN gezinsband b ON b.persoon = $2 WHERE b.ander = z.persoon)
    OR EXISTS (SELECT 1 FROM zelf z JOIN gezinsband b ON b.persoon = z.persoon JOIN persoon p ON p.id = $2
               WHERE b.ander = p.id OR b.ander_bsn_index = p.bsn_index)
    OR EXISTS (SELECT 1 FROM zelf z JOIN gezinsband a ON a.persoon = z.persoon AND a.soort = 'ouder'
               JOIN gezinsband b ON b.persoon = $2 AND b.soort = 'ouder'
               WHERE a.ander = b.ander OR a.ander_bsn_index = b.ander_bsn_index)

-- name: add_access
INSERT INTO toegang (id, gemeente, gebruiker, dossier, doel, reden, vanaf, tot) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: advance_chain
-- At most one row: the new number and the hash so far. Locks the chain until the end of the transaction.
UPDATE keten SET volgnummer = volgnummer + $3 WHERE gemeente = $1 AND naam = $2 RETURNING volgnummer, hash

-- name: begin_chain
INSERT INTO keten (gemeente, naam, volgnummer, hash) VALUES ($1, $2, 0, $3) ON CONFLICT (gemeente, naam) DO NOTHING

-- name: close_chain
UPDATE keten SET hash = $3 WHERE gemeente = $1 AND naam = $2

-- name: add_audit
INSERT INTO audit (gemeente, volgnummer, tijdstip, gebruiker, handeling, soort, voorwerp, gegevens, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: chain_heads
-- One row a chain, by municipality and name; also chains of which the head row is gone (number 0).
SELECT gemeente, naam, volgnummer, hash FROM keten
UNION ALL
SELECT DISTINCT gemeente, 'audit', 0, NULL FROM audit a
WHERE NOT EXISTS (SELECT 1 FROM keten k WHERE k.gemeente = a.gemeente AND k.naam = 'audit')
UNION ALL
SELECT DISTINCT gemeente, 'leeslog', 0, NULL FROM leeslog l
WHERE NOT EXISTS (SELECT 1 FROM keten k WHERE k.gemeente = l.gemeente AND k.naam = 'leeslog')
ORDER BY 1, 2

-- name: audit_chain
-- All rows of one municipality in order.
SELECT volgnummer, tijdstip, gebruiker, handeling, soort, voorwerp, gegevens, hash FROM audit
WHERE gemeente = $1 ORDER BY volgnummer

-- name: readlog_chain
-- All rows of one municipality in order.
SELECT volgnummer, tijdstip, gebruiker, persoon, dossier, doel, handeling, resultaat, herkomst, hash FROM leeslog
WHERE gemeente = $1 ORDER BY volgnummer

-- name: last_audit
SELECT MAX(volgnummer) FROM audit WHERE gemeente = $1 HAVING MAX(volgnummer) IS NOT NULL

-- name: last_readlog
SELECT MAX(volgnummer) FROM leeslog WHERE gemeente = $1 HAVING MAX(volgnummer) IS NOT NULL
