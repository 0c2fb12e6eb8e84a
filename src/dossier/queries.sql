-- The file and its timeline.

-- name: hold_number_row
-- Makes the row of this year and holds it until the transaction ends, so that two openers do not open two files.
INSERT INTO nummerreeks (gemeente, jaar, laatste) VALUES ($1, $2, 0)
ON CONFLICT (gemeente, jaar) DO UPDATE SET laatste = nummerreeks.laatste

-- name: next_number
UPDATE nummerreeks SET laatste = laatste + 1 WHERE gemeente = $1 AND jaar = $2 RETURNING laatste

-- name: open_of
-- At most one row (unique index dossier_persoon).
SELECT id FROM dossier WHERE persoon = $1 AND stand = 'open'

-- name: insert_dossier
INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op, team) VALUES ($1, $2, $3, $4, 'open', $5, $6, $7)

-- name: set_stage
UPDATE dossier SET fase = $3, versie = versie + 1 WHERE id = $1 AND gemeente = $2 AND fase <> $3

-- name: close_dossier
UPDATE dossier SET stand = 'gesloten', gesloten_op = $3, sluitreden = $4, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND stand = 'open'

-- name: reopen_dossier
UPDATE dossier SET stand = 'open', gesloten_op = NULL, sluitreden = NULL, versie = versie + 1
WHERE id = $1 AND gemeente = $2 AND stand = 'gesloten'

-- name: hold_dossier
UPDATE dossier SET versie = versie WHERE id = $1 AND gemeente = $2

-- name: find_dossier
-- At most one row.
SELECT d.id, d.nummer, d.persoon, d.stand, d.fase, d.geopend_op, d.gesloten_op, d.sluitreden, d.regisseur, r.naam,
       d.klantmanager, k.naam, d.team, t.naam, d.versie
FROM dossier d
LEFT JOIN gebruiker r ON r.id = d.regisseur
LEFT JOIN gebruiker k ON k.id = d.klantmanager
LEFT JOIN team t ON t.id = d.team
WHERE d.id = $1 AND d.gemeente = $2

-- name: insert_gebeurtenis
-- `persoon` $4 may be empty: the person of the file.
INSERT INTO gebeurtenis (id, gemeente, dossier, persoon, dag, tijdstip, soort, categorie, titel, tekst, tekst_verzegeld,
                         bron, gebruiker, vervangt, contact_wijze, contact_met, contact_minuten, contact_tolk)
VALUES ($1, $2, $3, COALESCE($4, (SELECT d.persoon FROM dossier d WHERE d.id = $3 AND d.gemeente = $2)), $5, $6, $7, $8, $9,
        $10, $11, $12, $13, $14, $15, $16, $17, $18)

-- name: timeline
-- Newest first; only the categories of the reader ($5 to $12); kind $3 and person $4 when not empty; strictly before
-- ($13, $14). Columns as in event_of_row.
SELECT e.id, e.dag, e.tijdstip, e.soort, e.categorie, e.titel, e.tekst, e.tekst_verzegeld, e.bron, g.naam, e.persoon, p.naam,
       CASE WHEN EXISTS (SELECT 1 FROM gebeurtenis n WHERE n.vervangt = e.id) THEN 1 ELSE 0 END, e.vervangt,
       e.contact_wijze, e.contact_met, e.contact_minuten, e.contact_tolk, e.gebruiker
FROM gebeurtenis e
LEFT JOIN gebruiker g ON g.id = e.gebruiker
LEFT JOIN persoon p ON p.id = e.persoon
WHERE e.dossier = $1 AND e.gemeente = $2 AND ($3 = '' OR e.soort = $3) AND ($4 = 0 OR e.persoon = $4)
  AND e.categorie IN ($5, $6, $7, $8, $9, $10, $11, $12) AND (e.dag, e.id) < ($13, $14)
ORDER BY e.dag DESC, e.id DESC LIMIT $15

-- name: place_of_event
-- At most one row: the day of an event, to page on from it.
SELECT dag FROM gebeurtenis WHERE id = $1 AND dossier = $2

-- name: event
-- At most one row. Columns as in event_of_row.
SELECT e.id, e.dag, e.tijdstip, e.soort, e.categorie, e.titel, e.tekst, e.tekst_verzegeld, e.bron, g.naam, e.persoon, p.naam,
       CASE WHEN EXISTS (SELECT 1 FROM gebeurtenis n WHERE n.vervangt = e.id) THEN 1 ELSE 0 END, e.vervangt,
       e.contact_wijze, e.contact_met, e.contact_minuten, e.contact_tolk, e.gebruiker
FROM gebeurtenis e
LEFT JOIN gebruiker g ON g.id = e.gebruiker
LEFT JOIN persoon p ON p.id = e.persoon
WHERE e.id = $3 AND e.dossier = $1 AND e.gemeente = $2

-- name: correction_of
-- At most one row: the latest event that corrects this one.
SELECT id FROM gebeurtenis WHERE vervangt = $1 AND dossier = $2 ORDER BY id DESC LIMIT 1

-- name: insert_toewijzing
INSERT INTO toewijzing (id, gemeente, dossier, rol, gebruiker, vanaf, door, tijdstip) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: assigned_on
-- At most one row: who has the role on day $3 (NULL: nobody).
SELECT gebruiker FROM toewijzing WHERE dossier = $1 AND rol = $2 AND vanaf <= $3 ORDER BY vanaf DESC, id DESC LIMIT 1

-- name: set_regisseur
UPDATE dossier SET regisseur = $3, versie = versie + 1 WHERE id = $1 AND gemeente = $2

-- name: set_klantmanager
-- The team of the file is the team of its klantmanager.
UPDATE dossier SET klantmanager = $3, team = COALESCE((SELECT g.team FROM gebruiker g WHERE g.id = $3), team),
    versie = versie + 1
WHERE id = $1 AND gemeente = $2

-- name: user_exists
SELECT 1 FROM gebruiker WHERE id = $1 AND gemeente = $2

-- name: assignments
-- Newest first, at most 50.
SELECT t.rol, g.naam, t.vanaf, d.naam, t.tijdstip
FROM toewijzing t
LEFT JOIN gebruiker g ON g.id = t.gebruiker
LEFT JOIN gebruiker d ON d.id = t.door
WHERE t.dossier = $1 AND t.gemeente = $2
ORDER BY t.vanaf DESC, t.id DESC LIMIT 50

-- name: assignments_of_days
-- Files with an assignment that takes effect in ($2, $3]: (dossier, rol).
SELECT DISTINCT dossier, rol FROM toewijzing WHERE gemeente = $1 AND vanaf > $2 AND vanaf <= $3 ORDER BY dossier, rol

-- name: municipalities
SELECT id FROM gemeente ORDER BY id

-- name: head
-- One row: the file, what its reader may know of the person, and what the state needs. Flags: $3 identiteit, $4 contact,
-- $5 gezin, $6 the V-number, $7 veiligheid.
SELECT d.id, d.nummer, d.persoon, d.stand, d.fase, d.geopend_op, d.gesloten_op, d.sluitreden, d.regisseur, r.naam,
       d.klantmanager, k.naam, d.team, t.naam, d.versie,
       CASE WHEN $3 THEN p.naam END, CASE WHEN $3 THEN p.eigen_schrift END, CASE WHEN $3 THEN p.eigen_schrift_taal END,
       CASE WHEN $3 THEN p.uitspraak END, CASE WHEN $3 THEN p.geboortedatum END, CASE WHEN $4 THEN p.taal END,
       CASE WHEN $4 THEN p.tolk_wens END, CASE WHEN $4 THEN p.tolk_nodig END, CASE WHEN $6 THEN p.v_nummer END,
       CASE WHEN $7 THEN p.geheimhouding END, p.overleden_op,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1),
       CASE WHEN $5 THEN (SELECT COUNT(*) FROM gezinsband b WHERE b.persoon = d.persoon) END,
       (SELECT MIN(e.dag) FROM gebeurtenis e WHERE e.dossier = d.id AND e.soort = 'contact'),
       (SELECT COUNT(*) FROM afspraak a WHERE a.dossier = d.id AND a.stand = 'gepland' AND a.begint >= $8),
       (SELECT CASE WHEN i.afgerond_op IS NULL THEN 'open' ELSE 'klaar' END FROM intake i WHERE i.dossier = d.id
        ORDER BY i.begonnen_op DESC, i.id DESC LIMIT 1),
       (SELECT COUNT(*) FROM intake_gesprek ig JOIN intake i ON i.id = ig.intake
        WHERE i.dossier = d.id AND i.afgerond_op IS NULL),
       (SELECT COUNT(*) FROM leefgebied l WHERE l.gemeente = d.gemeente AND l.actief
          AND NOT EXISTS (SELECT 1 FROM intake i JOIN intake_veld iv ON iv.intake = i.id
                          WHERE i.dossier = d.id AND i.afgerond_op IS NULL AND iv.onderwerp = l.code
                            AND iv.veld = 'antwoord' AND iv.tekst NOT IN ('', 'niet_gevraagd'))),
       (SELECT lt.stand FROM leerbaarheidstoets lt WHERE lt.dossier = d.id ORDER BY lt.id DESC LIMIT 1),
       (SELECT lt.gepland_op FROM leerbaarheidstoets lt WHERE lt.dossier = d.id ORDER BY lt.id DESC LIMIT 1),
       (SELECT pp.stand FROM pip pp WHERE pp.dossier = d.id AND pp.stand IN ('concept', 'voorgelegd')
        ORDER BY pp.id DESC LIMIT 1),
       (SELECT MAX(o.id) FROM oproep o WHERE o.dossier = d.id AND o.uitkomst = 'open'),
       (SELECT MAX(o.dag) FROM oproep o WHERE o.dossier = d.id AND o.uitkomst = 'open'),
       (SELECT MAX(b.id) FROM brief b WHERE b.dossier = d.id AND b.stand = 'concept'
          AND (EXISTS (SELECT 1 FROM oproep o WHERE o.dossier = d.id AND o.uitkomst = 'open' AND o.brief = b.id)
               OR EXISTS (SELECT 1 FROM pip pp WHERE pp.dossier = d.id AND pp.stand = 'vastgesteld'
                            AND b.bron = 'pip ' || CAST(pp.id AS TEXT)))),
       (SELECT COUNT(*) FROM oproep o WHERE o.dossier = d.id AND o.uitkomst = 'verschenen'),
       (SELECT COUNT(*) FROM pip pp JOIN pip_handtekening ph ON ph.pip = pp.id
        WHERE pp.dossier = d.id AND pp.stand = 'voorgelegd'),
       (SELECT i.begonnen_op FROM intake i WHERE i.dossier = d.id ORDER BY i.begonnen_op DESC, i.id DESC LIMIT 1),
       (SELECT i.afgerond_op FROM intake i WHERE i.dossier = d.id ORDER BY i.begonnen_op DESC, i.id DESC LIMIT 1)
FROM dossier d
JOIN persoon p ON p.id = d.persoon
LEFT JOIN gebruiker r ON r.id = d.regisseur
LEFT JOIN gebruiker k ON k.id = d.klantmanager
LEFT JOIN team t ON t.id = d.team
WHERE d.id = $1 AND d.gemeente = $2
