-- name: menu_counts
-- What waits for user $2, at most so many of each: own tasks ($3), the queue of all teams ($4) or of team $5 ($6), pairs
-- to judge ($7), notices of DUO about nobody known ($8). Only entries of an index are counted, never rows.
SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM taak WHERE eigenaar = $2 AND stand IN ('open', 'wacht') LIMIT $3) a),
       (SELECT COUNT(*) FROM (SELECT 1 FROM taak WHERE gemeente = $1 AND eigenaar IS NULL AND stand IN ('open', 'wacht') LIMIT $4) b),
       (SELECT COUNT(*) FROM (SELECT 1 FROM taak WHERE gemeente = $1 AND eigenaar IS NULL AND stand IN ('open', 'wacht') AND team = $5
                              LIMIT $6) c),
       (SELECT COUNT(*) FROM (SELECT 1 FROM dubbel WHERE gemeente = $1 AND stand = 'open' LIMIT $7) d),
       (SELECT COUNT(*) FROM (SELECT 1 FROM duo_melding WHERE gemeente = $1 AND stand = 'wacht_op_persoon' LIMIT $8) e)
