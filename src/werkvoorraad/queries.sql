-- Tasks and their counts. Dates come as typed parameters; lists page by (uiterlijk, id).

-- name: insert_taak
INSERT INTO taak (id, gemeente, dossier, soort, titel, toelichting, artikel, wettelijk, uiterlijk, eigenaar, team, stand,
                  wacht_op, termijnsoort, aangemaakt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)

-- name: lock_taak
-- Holds the row until the transaction ends; at most one row: (eigenaar, team, stand, soort, uiterlijk, termijnsoort, dossier, wacht_op).
UPDATE taak SET versie = versie WHERE id = $1 AND gemeente = $2
RETURNING eigenaar, team, stand, soort, uiterlijk, termijnsoort, dossier, wacht_op

-- name: update_taak
UPDATE taak SET eigenaar = $3, stand = $4, uiterlijk = $5, wacht_op = $6, versie = versie + 1
WHERE id = $1 AND gemeente = $2

-- name: set_toelichting
UPDATE taak SET toelichting = $3 WHERE id = $1 AND gemeente = $2

-- name: close_taak
UPDATE taak SET stand = $3, klaar_op = $4, klaar_door = $5, versie = versie + 1 WHERE id = $1 AND gemeente = $2

-- name: of_clock
-- At most one row (unique index taak_van_termijn).
SELECT id FROM taak WHERE dossier = $1 AND termijnsoort = $2 AND stand IN ('open', 'wacht')

-- name: clock_tasks
-- Open tasks of a file that came from a clock: (id, termijnsoort).
SELECT id, termijnsoort FROM taak WHERE dossier = $1 AND stand IN ('open', 'wacht') AND termijnsoort IS NOT NULL

-- name: open_ids_of_file
-- Open tasks of a file, in the order of their ids, so that two transactions lock them in the same order.
SELECT id FROM taak WHERE dossier = $1 AND gemeente = $2 AND stand IN ('open', 'wacht') ORDER BY id

-- name: add_to_count
INSERT INTO taak_telling (gemeente, eigenaar, team, stand, soort, uiterlijk, aantal) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (gemeente, eigenaar, team, stand, soort, uiterlijk)
DO UPDATE SET aantal = taak_telling.aantal + excluded.aantal

-- name: differing_counts
-- One row a place where the counts differ from the tasks: (eigenaar, team, stand, soort, uiterlijk, how much is missing).
SELECT k.eigenaar, k.team, k.stand, k.soort, k.uiterlijk, CAST(SUM(k.echt) - SUM(k.geteld) AS BIGINT)
FROM (SELECT eigenaar, team, stand, soort, uiterlijk, aantal AS geteld, 0 AS echt
      FROM taak_telling WHERE gemeente = $1
      UNION ALL
      SELECT COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort, uiterlijk,
             0, COUNT(*)
      FROM taak WHERE gemeente = $1 AND stand IN ('open', 'wacht')
      GROUP BY COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort, uiterlijk
     ) k
GROUP BY k.eigenaar, k.team, k.stand, k.soort, k.uiterlijk
HAVING SUM(k.echt) <> SUM(k.geteld)

-- name: number_of_counts
SELECT COUNT(*) FROM taak_telling WHERE gemeente = $1

-- name: forget_counts
DELETE FROM taak_telling WHERE gemeente = $1

-- name: forget_empty_counts
DELETE FROM taak_telling WHERE gemeente = $1 AND aantal = 0

-- name: rebuild_counts
INSERT INTO taak_telling (gemeente, eigenaar, team, stand, soort, uiterlijk, aantal)
SELECT gemeente, COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort,
       uiterlijk, COUNT(*)
FROM taak WHERE gemeente = $1 AND stand IN ('open', 'wacht')
GROUP BY gemeente, COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort,
         uiterlijk

-- name: municipalities
SELECT id FROM gemeente ORDER BY id

-- name: counts_of_owner
-- Aggregates of one queue, days outside [$3, $4] clamped to $5 and $6: (stand, soort, uiterlijk, aantal).
SELECT k.stand, k.soort, k.dag, CAST(SUM(k.aantal) AS BIGINT)
FROM (SELECT stand, soort, CASE WHEN uiterlijk < $3 THEN $5 WHEN uiterlijk > $4 THEN $6 ELSE uiterlijk END AS dag, aantal
      FROM taak_telling
      WHERE gemeente = $1 AND eigenaar = $2 AND aantal <> 0) k
GROUP BY k.stand, k.soort, k.dag

-- name: counts_of_queue
-- Aggregates of the team queue, of one team ($4) or of all (NULL): (stand, soort, uiterlijk, aantal).
SELECT k.stand, k.soort, k.dag, CAST(SUM(k.aantal) AS BIGINT)
FROM (SELECT stand, soort, CASE WHEN uiterlijk < $2 THEN $5 WHEN uiterlijk > $3 THEN $6 ELSE uiterlijk END AS dag, aantal
      FROM taak_telling
      WHERE gemeente = $1 AND eigenaar = 0 AND ($4 = 0 OR team = $4) AND aantal <> 0) k
GROUP BY k.stand, k.soort, k.dag

-- name: tasks_of_owner
-- One page of what one person ($2) has in one state ($3), due in [$4, $5). Columns as in task_of_row.
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, g.naam, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $9 THEN p.naam END, CASE WHEN $9 THEN p.eigen_schrift END, CASE WHEN $9 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM (SELECT * FROM taak
      WHERE gemeente = $1 AND eigenaar = $2 AND stand = $3 AND uiterlijk >= $4 AND uiterlijk < $5
        AND (uiterlijk, id) > ($6, $7) AND ($10 = '' OR soort = $10)
      ORDER BY uiterlijk, id LIMIT $8) t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
LEFT JOIN gebruiker g ON g.id = t.eigenaar
ORDER BY t.uiterlijk, t.id

-- name: queue
-- One page of the team queue. Columns as in task_of_row.
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, NULL, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $8 THEN p.naam END, CASE WHEN $8 THEN p.eigen_schrift END, CASE WHEN $8 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM (SELECT * FROM taak
      WHERE gemeente = $1 AND eigenaar IS NULL AND stand = $2
        AND uiterlijk >= $3 AND uiterlijk < $4 AND (uiterlijk, id) > ($5, $6)
      ORDER BY uiterlijk, id LIMIT $7) t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
ORDER BY t.uiterlijk, t.id

-- name: queue_of_kind
-- As queue, of one kind ($9).
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, NULL, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $8 THEN p.naam END, CASE WHEN $8 THEN p.eigen_schrift END, CASE WHEN $8 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM (SELECT * FROM taak
      WHERE gemeente = $1 AND eigenaar IS NULL AND stand = $2 AND soort = $9
        AND uiterlijk >= $3 AND uiterlijk < $4 AND (uiterlijk, id) > ($5, $6)
      ORDER BY uiterlijk, id LIMIT $7) t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
ORDER BY t.uiterlijk, t.id

-- name: queue_of_team
-- As queue, of one team ($9).
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, NULL, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $8 THEN p.naam END, CASE WHEN $8 THEN p.eigen_schrift END, CASE WHEN $8 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM (SELECT * FROM taak
      WHERE gemeente = $1 AND eigenaar IS NULL AND stand = $2 AND team = $9
        AND uiterlijk >= $3 AND uiterlijk < $4 AND (uiterlijk, id) > ($5, $6)
      ORDER BY uiterlijk, id LIMIT $7) t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
ORDER BY t.uiterlijk, t.id

-- name: queue_of_team_and_kind
-- As queue, of one team ($9) and kind ($10).
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, NULL, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $8 THEN p.naam END, CASE WHEN $8 THEN p.eigen_schrift END, CASE WHEN $8 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM (SELECT * FROM taak
      WHERE gemeente = $1 AND eigenaar IS NULL AND stand = $2 AND team = $9 AND soort = $10
        AND uiterlijk >= $3 AND uiterlijk < $4 AND (uiterlijk, id) > ($5, $6)
      ORDER BY uiterlijk, id LIMIT $7) t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
ORDER BY t.uiterlijk, t.id

-- name: tasks_by_id
-- At most fifty tasks at once; unused places are 0. Columns as in task_of_row.
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, g.naam, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       CASE WHEN $2 THEN p.naam END, CASE WHEN $2 THEN p.eigen_schrift END, CASE WHEN $2 THEN p.eigen_schrift_taal END,
       (SELECT dg.groep FROM doelgroep dg WHERE dg.persoon = d.persoon ORDER BY dg.vanaf DESC, dg.id DESC LIMIT 1)
FROM taak t
LEFT JOIN dossier d ON d.id = t.dossier
LEFT JOIN persoon p ON p.id = d.persoon
LEFT JOIN gebruiker g ON g.id = t.eigenaar
WHERE t.gemeente = $1 AND t.id IN ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45,
    $46, $47, $48, $49, $50, $51, $52)
ORDER BY t.uiterlijk, t.id

-- name: tasks_of_file
-- Open tasks of a file, most urgent first, at most 50. Columns as in task_of_row.
SELECT t.id, t.dossier, t.soort, t.titel, t.toelichting, t.artikel, t.wettelijk, t.uiterlijk, t.eigenaar, g.naam, t.stand,
       t.wacht_op, t.versie, t.termijnsoort, t.team, t.aangemaakt, d.nummer, d.fase, d.persoon,
       NULL, NULL, NULL, NULL
FROM taak t
JOIN dossier d ON d.id = t.dossier
LEFT JOIN gebruiker g ON g.id = t.eigenaar
WHERE t.dossier = $1 AND t.gemeente = $2 AND t.stand IN ('open', 'wacht')
ORDER BY t.uiterlijk, t.id LIMIT 50

-- name: colleagues
-- Active people who do casework, by name: (id, naam, rol, team).
SELECT id, naam, rol, team FROM gebruiker
WHERE gemeente = $1 AND actief AND rol NOT IN ('beleidsmedewerker', 'functioneel_beheerder', 'privacy_officer')
ORDER BY naam, id

-- name: colleague_exists
SELECT 1 FROM gebruiker WHERE id = $1 AND gemeente = $2 AND actief

-- name: owner_as_seen_by
-- At most one row: (team of the owner, how many running replacements of the owner by $3).
SELECT g.team, (SELECT COUNT(*) FROM vervanging v WHERE v.vervanger = $3 AND v.afwezig = g.id AND v.vanaf <= $4
                AND v.tot > $4 AND v.ingetrokken_op IS NULL)
FROM gebruiker g WHERE g.id = $1 AND g.gemeente = $2

-- name: teams
SELECT id, naam FROM team WHERE gemeente = $1 ORDER BY naam

-- name: insert_bulk
INSERT INTO bulk (id, gemeente, gebruiker, handeling, terug, gedaan) VALUES ($1, $2, $3, $4, $5, $6)

-- name: take_bulk
-- One row when this one may still be undone: (terug). The second undo finds nothing.
UPDATE bulk SET teruggedraaid = $4 WHERE id = $1 AND gemeente = $2 AND gebruiker = $3 AND teruggedraaid IS NULL
RETURNING terug

-- name: find_bulk
-- At most one row: (handeling, terug, teruggedraaid).
SELECT handeling, terug, teruggedraaid FROM bulk WHERE id = $1 AND gemeente = $2 AND gebruiker = $3

-- name: reopen_taak
UPDATE taak SET klaar_op = NULL, klaar_door = NULL WHERE id = $1 AND gemeente = $2

-- name: save_filter
INSERT INTO bewaard_filter (id, gemeente, gebruiker, naam, adres) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (gebruiker, naam) DO UPDATE SET adres = excluded.adres

-- name: saved_filters
-- Of one user, by name, at most 20.
SELECT id, naam, adres FROM bewaard_filter WHERE gebruiker = $1 AND gemeente = $2 ORDER BY naam LIMIT 20

-- name: forget_filter
DELETE FROM bewaard_filter WHERE id = $1 AND gebruiker = $2 AND gemeente = $3
