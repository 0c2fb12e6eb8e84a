-- The team queue can be filtered by team and kind at any size: counts per team, and an index for each way to page.
-- A clock becomes work on its warning day, found by a job without looking at every file.

DROP TABLE taak_telling;
-- eigenaar 0: the team queue, and only there `team` counts (0: of no team).
CREATE TABLE taak_telling (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    eigenaar {id} NOT NULL,
    team {id} NOT NULL DEFAULT 0,
    stand {text} NOT NULL CHECK (stand IN ('open', 'wacht')),
    soort {text} NOT NULL,
    uiterlijk {date} NOT NULL,
    aantal {id} NOT NULL,
    PRIMARY KEY (gemeente, eigenaar, team, stand, soort, uiterlijk)
);
-- rls taak_telling
INSERT INTO taak_telling (gemeente, eigenaar, team, stand, soort, uiterlijk, aantal)
SELECT gemeente, COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort,
       uiterlijk, COUNT(*)
FROM taak WHERE stand IN ('open', 'wacht')
GROUP BY gemeente, COALESCE(eigenaar, 0), CASE WHEN eigenaar IS NULL THEN COALESCE(team, 0) ELSE 0 END, stand, soort,
         uiterlijk;

CREATE INDEX taak_wachtrij_soort ON taak (gemeente, stand, soort, uiterlijk, id) WHERE eigenaar IS NULL;
CREATE INDEX taak_wachtrij_team ON taak (gemeente, stand, team, uiterlijk, id) WHERE eigenaar IS NULL;
CREATE INDEX taak_wachtrij_team_soort ON taak (gemeente, stand, team, soort, uiterlijk, id) WHERE eigenaar IS NULL;

CREATE INDEX bulk_gebruiker ON bulk (gebruiker, gedaan);

ALTER TABLE termijn ADD COLUMN waarschuwing {date};   -- from this day it is work; NULL: never
CREATE INDEX termijn_waarschuwing ON termijn (gemeente, stand, waarschuwing);
