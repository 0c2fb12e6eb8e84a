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
-- the user is known as a person here (then ask is_family), the file is open, the person died.
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
               WHERE u.id = $2 AND (u.persoon IS NOT NULL OR u.bsn_index IS NOT NULL)),
       d.stand = 'open',
       EXISTS (SELECT 1 FROM persoon p WHERE p.id = d.persoon AND p.overleden_op IS NOT NULL)
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
SELECT g.id, 'audit', 0, (SELECT hash FROM keten WHERE 1 = 0) FROM gemeente g
WHERE EXISTS (SELECT 1 FROM audit a WHERE a.gemeente = g.id)
  AND NOT EXISTS (SELECT 1 FROM keten k WHERE k.gemeente = g.id AND k.naam = 'audit')
UNION ALL
SELECT g.id, 'leeslog', 0, (SELECT hash FROM keten WHERE 1 = 0) FROM gemeente g
WHERE EXISTS (SELECT 1 FROM leeslog l WHERE l.gemeente = g.id)
  AND NOT EXISTS (SELECT 1 FROM keten k WHERE k.gemeente = g.id AND k.naam = 'leeslog')
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

-- name: count_attempts
SELECT COUNT(*) FROM inlogpoging WHERE adres = $1 AND tijdstip > $2

-- name: add_attempt
INSERT INTO inlogpoging (id, adres, tijdstip) VALUES ($1, $2, $3)

-- name: find_login
-- At most one row: who logs in with this name, and the hash.
SELECT id, wachtwoord_hash FROM gebruiker WHERE gebruikersnaam = $1

-- name: hash_of
SELECT wachtwoord_hash FROM gebruiker WHERE id = $1

-- name: unlocked_user
-- One row when this user may log in now. Locks the row, so that attempts side by side are counted one after another.
UPDATE gebruiker SET geblokkeerd_tot = NULL
WHERE id = $1 AND actief AND (geblokkeerd_tot IS NULL OR geblokkeerd_tot <= $2) RETURNING id

-- name: count_wrong
-- One row when the user exists and is not shut: the wrong attempts in a row.
UPDATE gebruiker SET mislukt = mislukt + 1
WHERE id = $1 AND actief AND (geblokkeerd_tot IS NULL OR geblokkeerd_tot <= $2) RETURNING mislukt

-- name: lock_user
UPDATE gebruiker SET geblokkeerd_tot = $2 WHERE id = $1

-- name: clear_wrong
UPDATE gebruiker SET mislukt = 0, geblokkeerd_tot = NULL WHERE id = $1

-- name: rehash
UPDATE gebruiker SET wachtwoord_hash = $2 WHERE id = $1

-- name: add_session
INSERT INTO sessie (id, sleutel_hash, gebruiker, volledig, csrf_sleutel, aangemaakt, laatst_gezien, herkomst)
VALUES ($1, $2, $3, $4, $5, $6, $6, $7)

-- name: drop_session
DELETE FROM sessie WHERE id = $1 AND gebruiker = $2

-- name: drop_sessions
DELETE FROM sessie WHERE gebruiker = $1

-- name: list_sessions
-- Live sessions of a user, latest first; a handful.
SELECT id, aangemaakt, laatst_gezien, herkomst FROM sessie
WHERE gebruiker = $1 AND volledig AND laatst_gezien >= $2 AND aangemaakt >= $3 ORDER BY laatst_gezien DESC, id DESC

-- name: set_password
UPDATE gebruiker SET wachtwoord_hash = $2, wachtwoord_op = $3, versie = versie + 1 WHERE id = $1

-- name: set_language
UPDATE gebruiker SET taal = $2 WHERE id = $1

-- name: set_own_name
UPDATE gebruiker SET naam = $2, versie = versie + 1 WHERE id = $1

-- name: totp_of
SELECT totp_geheim FROM gebruiker WHERE id = $1

-- name: set_totp
UPDATE gebruiker SET totp_geheim = $2, totp_stap = $3 WHERE id = $1

-- name: take_totp_step
-- One row when this step, or a later one, was not used yet.
UPDATE gebruiker SET totp_stap = $2 WHERE id = $1 AND (totp_stap IS NULL OR totp_stap < $2) RETURNING id

-- name: take_recovery_code
-- One row when the code was there and unused.
UPDATE herstelcode SET gebruikt_op = $3 WHERE gebruiker = $1 AND code_hash = $2 AND gebruikt_op IS NULL RETURNING id

-- name: drop_recovery_codes
DELETE FROM herstelcode WHERE gebruiker = $1

-- name: add_recovery_code
INSERT INTO herstelcode (id, gebruiker, code_hash) VALUES ($1, $2, $3)

-- name: count_recovery_codes
SELECT COUNT(*) FROM herstelcode WHERE gebruiker = $1 AND gebruikt_op IS NULL

-- name: sweep_sessions
DELETE FROM sessie WHERE laatst_gezien < $1

-- name: sweep_attempts
DELETE FROM inlogpoging WHERE tijdstip < $1

-- name: sweep_forms
DELETE FROM bewaard_formulier WHERE bewaard_op < $1

-- name: add_user
-- One row when the name was free.
INSERT INTO gebruiker (id, gemeente, gebruikersnaam, naam, rol, team, wachtwoord_hash, wachtwoord_op, totp_geheim, actief,
                       taal, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (gebruikersnaam) DO NOTHING RETURNING id

-- name: list_users
-- All users of a municipality after name $2 and id $3, by name: a user, his team, and when he was last here.
SELECT g.id, g.gemeente, g.gebruikersnaam, g.naam, g.rol, g.team, g.actief, g.totp_geheim IS NOT NULL, g.taal, g.versie,
       m.naam, m.tweede_factor, g.wachtwoord_op IS NULL, t.naam,
       (SELECT MAX(s.laatst_gezien) FROM sessie s WHERE s.gebruiker = g.id)
FROM gebruiker g JOIN gemeente m ON m.id = g.gemeente LEFT JOIN team t ON t.id = g.team
WHERE g.gemeente = $1 AND (g.naam > $2 OR (g.naam = $2 AND g.id > $3))
ORDER BY g.naam, g.id

-- name: find_user_line
-- At most one row, as list_users.
SELECT g.id, g.gemeente, g.gebruikersnaam, g.naam, g.rol, g.team, g.actief, g.totp_geheim IS NOT NULL, g.taal, g.versie,
       m.naam, m.tweede_factor, g.wachtwoord_op IS NULL, t.naam,
       (SELECT MAX(s.laatst_gezien) FROM sessie s WHERE s.gebruiker = g.id)
FROM gebruiker g JOIN gemeente m ON m.id = g.gemeente LEFT JOIN team t ON t.id = g.team
WHERE g.gemeente = $1 AND g.id = $2

-- name: list_teams
-- The teams of a municipality, by name.
SELECT id, naam FROM team WHERE gemeente = $1 ORDER BY naam

-- name: find_municipality
SELECT id FROM gemeente WHERE code = $1

-- name: change_user
UPDATE gebruiker SET naam = $2, rol = $3, team = $4, actief = $5, versie = versie + 1 WHERE id = $1 AND versie = $6

-- name: drop_totp
UPDATE gebruiker SET totp_geheim = NULL, totp_stap = NULL WHERE id = $1

-- name: set_own_bsn
UPDATE gebruiker SET bsn_index = $2 WHERE id = $1

-- name: drop_kept_form
DELETE FROM bewaard_formulier WHERE gebruiker = $1

-- name: add_kept_form
INSERT INTO bewaard_formulier (id, gebruiker, pad, inhoud, bewaard_op) VALUES ($1, $2, $3, $4, $5)

-- name: find_kept_form
-- At most one row.
SELECT id, pad, inhoud, bewaard_op FROM bewaard_formulier WHERE gebruiker = $1 ORDER BY id DESC LIMIT 1

-- name: readlog_moment
SELECT tijdstip FROM leeslog WHERE gemeente = $1 AND volgnummer >= $2 ORDER BY volgnummer LIMIT 1

-- name: read_log
-- Readings of municipality $1 from number $2 up to $3 (exclusive), newest first, at most $4.
SELECT l.volgnummer, l.tijdstip, l.gebruiker, g.naam, g.rol, l.dossier, d.nummer, l.doel, l.handeling, l.resultaat, l.herkomst
FROM leeslog l LEFT JOIN gebruiker g ON g.id = l.gebruiker
LEFT JOIN dossier d ON d.id = l.dossier AND d.gemeente = l.gemeente
WHERE l.gemeente = $1 AND l.volgnummer >= $2 AND l.volgnummer < $3
ORDER BY l.volgnummer DESC LIMIT $4

-- name: read_log_of_person
SELECT l.volgnummer, l.tijdstip, l.gebruiker, g.naam, g.rol, l.dossier, d.nummer, l.doel, l.handeling, l.resultaat, l.herkomst
FROM leeslog l LEFT JOIN gebruiker g ON g.id = l.gebruiker
LEFT JOIN dossier d ON d.id = l.dossier AND d.gemeente = l.gemeente
WHERE l.gemeente = $1 AND l.volgnummer >= $2 AND l.volgnummer < $3 AND l.persoon = $5
ORDER BY l.volgnummer DESC LIMIT $4

-- name: read_log_of_user
SELECT l.volgnummer, l.tijdstip, l.gebruiker, g.naam, g.rol, l.dossier, d.nummer, l.doel, l.handeling, l.resultaat, l.herkomst
FROM leeslog l LEFT JOIN gebruiker g ON g.id = l.gebruiker
LEFT JOIN dossier d ON d.id = l.dossier AND d.gemeente = l.gemeente
WHERE l.gemeente = $1 AND l.volgnummer >= $2 AND l.volgnummer < $3 AND l.gebruiker = $5
ORDER BY l.volgnummer DESC LIMIT $4

-- name: read_log_of_both
SELECT l.volgnummer, l.tijdstip, l.gebruiker, g.naam, g.rol, l.dossier, d.nummer, l.doel, l.handeling, l.resultaat, l.herkomst
FROM leeslog l LEFT JOIN gebruiker g ON g.id = l.gebruiker
LEFT JOIN dossier d ON d.id = l.dossier AND d.gemeente = l.gemeente
WHERE l.gemeente = $1 AND l.volgnummer >= $2 AND l.volgnummer < $3 AND l.persoon = $5 AND l.gebruiker = $6
ORDER BY l.volgnummer DESC LIMIT $4

-- name: file_by_number
-- At most one row.
SELECT id, persoon, nummer FROM dossier WHERE gemeente = $1 AND nummer = $2

-- name: number_of_file
SELECT nummer FROM dossier WHERE gemeente = $1 AND id = $2

-- name: readers
-- Who read a person's data, by name.
SELECT g.id, g.naam FROM gebruiker g
WHERE g.gemeente = $1 AND g.id IN (SELECT l.gebruiker FROM leeslog l WHERE l.gemeente = $1 AND l.persoon = $2)
ORDER BY g.naam, g.id

-- name: users_by_name
-- All users of a municipality, by name.
SELECT id, naam FROM gebruiker WHERE gemeente = $1 ORDER BY naam, id

-- name: audit_log
-- Changes of municipality $1 before number $2, newest first, at most $3, with the file and the colleague they are about.
SELECT a.volgnummer, a.tijdstip, g.naam, a.handeling, a.soort, a.voorwerp, a.gegevens, d.id, d.nummer, w.naam
FROM (SELECT volgnummer, tijdstip, gebruiker, handeling, soort, voorwerp, gegevens,
             CASE soort WHEN 'dossier' THEN voorwerp WHEN 'eigen_dossier' THEN voorwerp
                        WHEN 'taak' THEN (SELECT t.dossier FROM taak t WHERE t.id = voorwerp)
                        WHEN 'gebeurtenis' THEN (SELECT e.dossier FROM gebeurtenis e WHERE e.id = voorwerp)
                        WHEN 'afspraak' THEN (SELECT f.dossier FROM afspraak f WHERE f.id = voorwerp)
                        WHEN 'toegang' THEN (SELECT o.dossier FROM toegang o WHERE o.id = voorwerp)
                        WHEN 'persoon' THEN (SELECT MAX(p.id) FROM dossier p WHERE p.persoon = voorwerp)
                        WHEN 'duo_melding' THEN (SELECT MAX(p.id) FROM duo_melding m JOIN dossier p ON p.persoon = m.persoon
                                                 WHERE m.id = voorwerp) END AS dossier
      FROM audit WHERE gemeente = $1 AND volgnummer < $2 ORDER BY volgnummer DESC LIMIT $3) a
LEFT JOIN gebruiker g ON g.id = a.gebruiker
LEFT JOIN dossier d ON d.id = a.dossier AND d.gemeente = $1
LEFT JOIN gebruiker w ON a.soort = 'gebruiker' AND w.id = a.voorwerp AND w.gemeente = $1
ORDER BY a.volgnummer DESC

-- name: family_alerts
-- Tries to open an own or family file, newest first, at most $2.
SELECT a.volgnummer, a.tijdstip, g.naam, a.handeling, a.soort, a.voorwerp, a.gegevens
FROM audit a LEFT JOIN gebruiker g ON g.id = a.gebruiker
WHERE a.gemeente = $1 AND a.soort = 'eigen_dossier' ORDER BY a.volgnummer DESC LIMIT $2

-- name: accesses
-- Purposes chosen and emergencies, newest first, before id $2, at most $3; $4: only emergencies, $5: only open ones.
SELECT t.id, g.naam, g.rol, t.dossier, d.nummer, t.doel, t.reden, t.vanaf, t.tot, n.naam, t.oordeel, t.nagekeken_op
FROM toegang t JOIN gebruiker g ON g.id = t.gebruiker LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN gebruiker n ON n.id = t.nagekeken_door
WHERE t.gemeente = $1 AND t.id < $2 AND (NOT $4 OR t.doel = 'noodtoegang') AND (NOT $5 OR t.nagekeken_op IS NULL)
ORDER BY t.id DESC LIMIT $3

-- name: count_to_review
SELECT COUNT(*) FROM toegang WHERE gemeente = $1 AND doel = 'noodtoegang' AND nagekeken_op IS NULL

-- name: owner_of_access
SELECT gebruiker FROM toegang WHERE gemeente = $1 AND id = $2

-- name: review_access
UPDATE toegang SET nagekeken_door = $3, nagekeken_op = $4, oordeel = $5
WHERE gemeente = $1 AND id = $2 AND nagekeken_op IS NULL

-- name: all_users
-- Every user of every municipality, by municipality and user name.
SELECT g.gemeente, m.naam, g.gebruikersnaam, g.naam, g.rol, g.actief, g.totp_geheim IS NOT NULL
FROM gebruiker g JOIN gemeente m ON m.id = g.gemeente ORDER BY m.naam, g.gebruikersnaam

-- name: privacy_officers
-- The active privacy officers of a municipality, by id.
SELECT id FROM gebruiker WHERE gemeente = $1 AND rol = 'privacy_officer' AND actief ORDER BY id
