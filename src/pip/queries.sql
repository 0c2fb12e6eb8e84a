-- Plans, their goals and agreements, and who signed.

-- name: insert_pip
INSERT INTO pip (id, gemeente, dossier, versie, stand, gemaakt_door, gemaakt_op,
    leerroute, leerroute_reden, onderwijs_onderzocht, onderwijs_reden, toets_reden, niveau, uren, intensiteit,
    alfabetisering, opleiding_afmaken, z_examens, aftrek_cursus, aftrek_participatie, aftrek_school, school_vanaf,
    aftrek_reden, vorige_route, vorig_niveau, vorige_dagtekening, wijziging_reden, bijzonder_geval, onderwijs_gestopt,
    uren_nt2, uren_intake, inspanning, b1_haalbaar,
    pvt_uren, pvt, map_uren, map, begeleiding, gesprekken, voortgang, vve_nodig, vve, ontzorgen)
VALUES ($1, $2, $3, $4, 'concept', $5, $6,
    $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30,
    $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)

-- name: update_pip
-- Only a draft; a plan that was laid before the person is a draft again.
UPDATE pip SET stand = 'concept', voorgelegd_op = NULL,
    leerroute = $3, leerroute_reden = $4, onderwijs_onderzocht = $5, onderwijs_reden = $6, toets_reden = $7, niveau = $8,
    uren = $9, intensiteit = $10, alfabetisering = $11, opleiding_afmaken = $12, z_examens = $13, aftrek_cursus = $14,
    aftrek_participatie = $15, aftrek_school = $16, school_vanaf = $17, aftrek_reden = $18, vorige_route = $19,
    vorig_niveau = $20, vorige_dagtekening = $21, wijziging_reden = $22, bijzonder_geval = $23, onderwijs_gestopt = $24,
    uren_nt2 = $25, uren_intake = $26, inspanning = $27, b1_haalbaar = $28, pvt_uren = $29, pvt = $30, map_uren = $31,
    map = $32, begeleiding = $33, gesprekken = $34, voortgang = $35, vve_nodig = $36, vve = $37, ontzorgen = $38
WHERE id = $1 AND gemeente = $2 AND stand IN ('concept', 'voorgelegd')

-- name: count_leerroute
UPDATE pip SET deel_leerroute = deel_leerroute + 1, door_leerroute = $3 WHERE id = $1 AND gemeente = $2
-- name: count_begeleiding
UPDATE pip SET deel_begeleiding = deel_begeleiding + 1, door_begeleiding = $3 WHERE id = $1 AND gemeente = $2
-- name: count_doelen
UPDATE pip SET deel_doelen = deel_doelen + 1, door_doelen = $3 WHERE id = $1 AND gemeente = $2
-- name: count_afspraken
UPDATE pip SET deel_afspraken = deel_afspraken + 1, door_afspraken = $3 WHERE id = $1 AND gemeente = $2

-- name: read_pip
-- At most one row: (id, versie, stand, leerroute, niveau, dagtekening, voorgelegd, name of the maker, zonder, dossier,
-- four counts, four names, then the fields in the order of the forms).
SELECT p.id, p.versie, p.stand, p.leerroute, p.niveau, p.dagtekening, p.voorgelegd_op, g.naam, p.zonder_handtekening,
    p.dossier, p.deel_leerroute, p.deel_begeleiding, p.deel_doelen, p.deel_afspraken, gl.naam, gb.naam, gd.naam, ga.naam,
    p.leerroute, p.leerroute_reden, p.onderwijs_onderzocht, p.onderwijs_reden, p.toets_reden, p.niveau, p.uren,
    p.intensiteit, p.alfabetisering, p.opleiding_afmaken, p.z_examens, p.aftrek_cursus, p.aftrek_participatie,
    p.aftrek_school, p.school_vanaf, p.aftrek_reden, p.vorige_route, p.vorig_niveau, p.vorige_dagtekening,
    p.wijziging_reden, p.bijzonder_geval, p.onderwijs_gestopt, p.uren_nt2, p.uren_intake, p.inspanning, p.b1_haalbaar,
    p.pvt_uren, p.pvt, p.map_uren, p.map, p.begeleiding, p.gesprekken, p.voortgang, p.vve_nodig, p.vve, p.ontzorgen
FROM pip p LEFT JOIN gebruiker g ON g.id = COALESCE(p.vastgesteld_door, p.gemaakt_door)
LEFT JOIN gebruiker gl ON gl.id = p.door_leerroute LEFT JOIN gebruiker gb ON gb.id = p.door_begeleiding
LEFT JOIN gebruiker gd ON gd.id = p.door_doelen LEFT JOIN gebruiker ga ON ga.id = p.door_afspraken
WHERE p.id = $1 AND p.gemeente = $2 AND p.dossier = $3

-- name: versions
-- Newest first, at most 100: (id, versie, stand, leerroute, niveau, dagtekening, voorgelegd, name).
SELECT p.id, p.versie, p.stand, p.leerroute, p.niveau, p.dagtekening, p.voorgelegd_op, g.naam
FROM pip p LEFT JOIN gebruiker g ON g.id = COALESCE(p.vastgesteld_door, p.gemaakt_door)
WHERE p.dossier = $1 AND p.gemeente = $2 ORDER BY p.versie DESC LIMIT 100

-- name: goals
SELECT id, leefgebied, termijn, tekst, tekst_verzegeld FROM pip_doel WHERE pip = $1 ORDER BY id
-- name: agreements
SELECT id, wat, wie, dag, grondslag FROM pip_afspraak WHERE pip = $1 ORDER BY id
-- name: clear_goals
DELETE FROM pip_doel WHERE pip = $1
-- name: clear_agreements
DELETE FROM pip_afspraak WHERE pip = $1
-- name: insert_goal
INSERT INTO pip_doel (id, gemeente, pip, leefgebied, termijn, tekst, tekst_verzegeld) VALUES ($1, $2, $3, $4, $5, $6, $7)
-- name: insert_agreement
INSERT INTO pip_afspraak (id, gemeente, pip, wat, wie, dag, grondslag) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: insert_signature
INSERT INTO pip_handtekening (id, gemeente, pip, inhoud, wijze, naam, tekening, document, dag, door, op)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
-- name: signature
-- The latest: (inhoud, wijze, naam, tekening, document, dag, name of the worker).
SELECT h.inhoud, h.wijze, h.naam, h.tekening, h.document, h.dag, g.naam
FROM pip_handtekening h LEFT JOIN gebruiker g ON g.id = h.door WHERE h.pip = $1 ORDER BY h.id DESC LIMIT 1

-- name: lay_before
UPDATE pip SET stand = 'voorgelegd', voorgelegd_op = $3
WHERE id = $1 AND gemeente = $2 AND stand IN ('concept', 'voorgelegd')
-- name: delete_signatures
DELETE FROM pip_handtekening WHERE pip = $1
-- name: delete_draft
DELETE FROM pip WHERE id = $1 AND gemeente = $2 AND stand IN ('concept', 'voorgelegd')
-- name: replace_current
UPDATE pip SET stand = 'vervangen' WHERE dossier = $1 AND gemeente = $2 AND stand = 'vastgesteld'
-- name: fix_plan
UPDATE pip SET stand = 'vastgesteld', dagtekening = $3, vastgesteld_door = $4, vastgesteld_op = $5,
    zonder_handtekening = $6
WHERE id = $1 AND gemeente = $2 AND stand IN ('concept', 'voorgelegd')

-- name: next_version
SELECT COALESCE(MAX(versie), 0) + 1 FROM pip WHERE dossier = $1

-- name: person_of_file
SELECT persoon FROM dossier WHERE id = $1 AND gemeente = $2

-- name: files_without_work
-- Open files with an intake, without a plan in force and with no open task about test or plan but the clock's, by id
-- after $2; at most 200.
SELECT d.id FROM dossier d
WHERE d.gemeente = $1 AND d.stand = 'open' AND d.id > $2 AND d.fase IN ('intake', 'pip')
  AND EXISTS (SELECT 1 FROM intake i WHERE i.dossier = d.id)
  AND NOT EXISTS (SELECT 1 FROM pip p WHERE p.dossier = d.id AND p.stand IN ('concept', 'voorgelegd', 'vastgesteld'))
  AND NOT EXISTS (SELECT 1 FROM taak k WHERE k.dossier = d.id AND k.stand IN ('open', 'wacht') AND k.termijnsoort IS NULL
                  AND k.titel IN ('PIP voorbereiden', 'Leerbaarheidstoets aanvragen bij DUO',
                                  'Leerbaarheidstoets plannen', 'Uitslag leerbaarheidstoets vastleggen'))
ORDER BY d.id LIMIT 200

-- name: municipalities
SELECT id FROM gemeente ORDER BY id

-- name: set_level
UPDATE pip SET niveau = $3 WHERE id = $1 AND gemeente = $2 AND niveau = ''

-- ---- who gets the plan in time ----

-- name: in_time
-- Running and reached clocks of the plan with their last day from $2 until $3 (exclusive), by that day and the file, with
-- what the cause of a delay hangs on; nothing of it is asked where the plan is there: (dossier, uiterlijk, reached, day
-- of the plan, has a caseworker, invited, talked, missed, intake closed, no test needed, test done, waits for a third
-- party, draft). $4 team and $5 reader limit what a reader reaches (0: all); $6 team and $7 caseworker are the filter
-- (0: all).
SELECT t.dossier, t.uiterlijk, CASE WHEN t.stand = 'gehaald' THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'gehaald' THEN
    (SELECT MIN(f.dag) FROM termijnfeit f WHERE f.dossier = t.dossier AND f.soort IN ('eerste_pip', 'pip_vastgesteld')
     AND f.dag >= t.begin_op
     AND NOT EXISTS (SELECT 1 FROM termijnfeit n WHERE n.dossier = t.dossier AND n.vervangt = f.id)) END,
  CASE WHEN d.klantmanager IS NULL AND d.regisseur IS NULL THEN 0 ELSE 1 END,
  CASE WHEN t.stand = 'loopt' AND (EXISTS (SELECT 1 FROM oproep o WHERE o.dossier = t.dossier)
    OR EXISTS (SELECT 1 FROM afspraak a WHERE a.dossier = t.dossier AND a.stand IN ('gepland', 'geweest')))
    THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND EXISTS (SELECT 1 FROM intake i JOIN intake_gesprek g ON g.intake = i.id
    WHERE i.dossier = t.dossier) THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND (SELECT o.uitkomst FROM oproep o WHERE o.dossier = t.dossier ORDER BY o.id DESC LIMIT 1)
    IN ('niet_verschenen', 'werkte_niet_mee') THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND (SELECT i.afgerond_op FROM intake i WHERE i.dossier = t.dossier
    ORDER BY i.begonnen_op DESC, i.id DESC LIMIT 1) IS NOT NULL THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND (EXISTS (SELECT 1 FROM intake i WHERE i.dossier = t.dossier AND i.bij_verstek)
    OR EXISTS (SELECT 1 FROM termijnfeit f WHERE f.dossier = t.dossier AND f.soort = 'verhuisd_met_pip'))
    THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND (SELECT l.stand FROM leerbaarheidstoets l WHERE l.dossier = t.dossier
    ORDER BY l.id DESC LIMIT 1) IN ('uitslag', 'uitzondering') THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' AND EXISTS (SELECT 1 FROM termijnfeit f WHERE f.dossier = t.dossier
    AND f.soort = 'derden_gevraagd' AND NOT EXISTS (SELECT 1 FROM termijnfeit r WHERE r.dossier = t.dossier
    AND r.soort = 'derden_ontvangen' AND r.dag >= f.dag)) THEN 1 ELSE 0 END,
  CASE WHEN t.stand = 'loopt' THEN COALESCE((SELECT p.stand FROM pip p WHERE p.dossier = t.dossier
    AND p.stand IN ('concept', 'voorgelegd')), '') ELSE '' END
FROM termijn t JOIN dossier d ON d.id = t.dossier
WHERE t.soort = 'pip' AND t.gemeente = $1 AND t.uiterlijk >= $2 AND t.uiterlijk < $3 AND t.stand IN ('loopt', 'gehaald')
  AND d.stand = 'open'
  AND (CAST($4 AS BIGINT) = 0 OR d.team = $4 OR d.klantmanager = $5 OR d.regisseur = $5)
  AND (CAST($6 AS BIGINT) = 0 OR d.team = $6)
  AND (CAST($7 AS BIGINT) = 0 OR d.klantmanager = $7 OR d.regisseur = $7)
ORDER BY t.uiterlijk, t.dossier

-- name: in_time_sizes
-- Clocks of the plan by their last day, from the index alone: (uiterlijk, count).
SELECT t.uiterlijk, COUNT(*) FROM termijn t
WHERE t.soort = 'pip' AND t.gemeente = $1 AND t.uiterlijk >= $2 AND t.uiterlijk < $3
GROUP BY t.uiterlijk

-- name: in_time_people
-- Of at most fifty files: (dossier, persoon, nummer, naam, caseworker, team, what a worker said of the delay).
SELECT d.id, d.persoon, d.nummer, p.naam, COALESCE(k.naam, r.naam, ''), COALESCE(m.naam, ''),
  COALESCE((SELECT o.tekst FROM pip_oorzaak o WHERE o.dossier = d.id ORDER BY o.id DESC LIMIT 1), '')
FROM dossier d JOIN persoon p ON p.id = d.persoon LEFT JOIN gebruiker k ON k.id = d.klantmanager
LEFT JOIN gebruiker r ON r.id = d.regisseur LEFT JOIN team m ON m.id = d.team
WHERE d.gemeente = $1 AND d.id IN (
  $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
  $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46,
  $47, $48, $49, $50, $51)

-- name: own_cause
-- The latest that a worker said of the delay: (tekst, name, op).
SELECT o.tekst, g.naam, o.op FROM pip_oorzaak o LEFT JOIN gebruiker g ON g.id = o.door
WHERE o.dossier = $1 AND o.gemeente = $2 ORDER BY o.id DESC LIMIT 1

-- name: insert_cause
INSERT INTO pip_oorzaak (id, gemeente, dossier, tekst, door, op) VALUES ($1, $2, $3, $4, $5, $6)
