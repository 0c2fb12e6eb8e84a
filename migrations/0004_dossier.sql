-- The file: who directs it, what happened, what must happen, and its legal clocks.

CREATE TABLE nummerreeks (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    jaar {id} NOT NULL,
    laatste {id} NOT NULL,
    PRIMARY KEY (gemeente, jaar)
);

CREATE TABLE dossier (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    nummer {text} NOT NULL,                      -- 2026-000123, without gaps a municipality and year
    persoon {id} NOT NULL REFERENCES persoon (id),
    stand {text} NOT NULL CHECK (stand IN ('open', 'gesloten')),
    fase {text} NOT NULL CHECK (fase IN ('instroom', 'intake', 'pip', 'leerroute', 'voldaan')),
    geopend_op {date} NOT NULL,
    gesloten_op {date},
    sluitreden {text},
    regisseur {id} REFERENCES gebruiker (id),
    klantmanager {id} REFERENCES gebruiker (id),
    team {id} REFERENCES team (id),
    versie {id} NOT NULL DEFAULT 1,
    UNIQUE (gemeente, nummer)
);
CREATE UNIQUE INDEX dossier_persoon ON dossier (persoon) WHERE stand = 'open';
CREATE INDEX dossier_klantmanager ON dossier (klantmanager, stand);
CREATE INDEX dossier_lijst ON dossier (gemeente, stand, id);
-- rls dossier

CREATE TABLE toewijzing (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    rol {text} NOT NULL CHECK (rol IN ('regisseur', 'klantmanager')),
    gebruiker {id} REFERENCES gebruiker (id),    -- NULL: nobody from this day
    vanaf {date} NOT NULL,
    door {id} NOT NULL,
    tijdstip {timestamp} NOT NULL
);
CREATE INDEX toewijzing_dossier ON toewijzing (dossier, rol, vanaf);
-- rls toewijzing

-- Who stands in for whom during leave: until is exclusive.
CREATE TABLE vervanging (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    afwezig {id} NOT NULL REFERENCES gebruiker (id),
    vervanger {id} NOT NULL REFERENCES gebruiker (id),
    vanaf {date} NOT NULL,
    tot {date} NOT NULL,
    ingetrokken_op {timestamp},
    CHECK (afwezig <> vervanger),
    CHECK (vanaf < tot)
);
CREATE INDEX vervanging_vervanger ON vervanging (vervanger, tot);
-- rls vervanging

-- The timeline of a file; only added. `categorie` is the field category that a reader must have.
CREATE TABLE gebeurtenis (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    dag {date} NOT NULL,
    tijdstip {timestamp} NOT NULL,               -- when it was written
    soort {text} NOT NULL CHECK (soort IN ('wettelijk', 'contact', 'gezin', 'brief', 'notitie', 'afspraak', 'taak', 'instroom')),
    categorie {text} NOT NULL,
    titel {text} NOT NULL,
    tekst {text},                                -- NULL where it is sealed
    tekst_verzegeld {blob},                      -- health text
    bron {text} NOT NULL,                        -- "SS139", "BRP", or empty: the user
    gebruiker {id} NOT NULL,
    vervangt {id} REFERENCES gebeurtenis (id)    -- a correction points at what it corrects
);
CREATE INDEX gebeurtenis_dossier ON gebeurtenis (dossier, dag, id);
-- rls gebeurtenis

CREATE TABLE afspraak (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} REFERENCES dossier (id),
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    begint {timestamp} NOT NULL,
    eindigt {timestamp} NOT NULL,
    onderwerp {text} NOT NULL,
    plaats {text} NOT NULL,
    tolk_taal {text},
    tolk_stand {text} CHECK (tolk_stand IN ('gevraagd', 'bevestigd')),
    stand {text} NOT NULL CHECK (stand IN ('gepland', 'geweest', 'niet_verschenen', 'afgezegd')),
    versie {id} NOT NULL DEFAULT 1,
    CHECK (begint < eindigt)
);
CREATE INDEX afspraak_gebruiker ON afspraak (gebruiker, begint);
CREATE INDEX afspraak_dossier ON afspraak (dossier, begint);
-- rls afspraak

CREATE TABLE agenda_feed (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    sleutel_hash {blob} NOT NULL UNIQUE,
    gemaakt {timestamp} NOT NULL,
    ingetrokken {timestamp}
);
CREATE INDEX agenda_feed_gebruiker ON agenda_feed (gebruiker);

-- Facts that the legal clocks run on; only added. A later row with the same `soort` and `volgt` replaces an earlier one.
CREATE TABLE termijnfeit (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    soort {text} NOT NULL,                       -- kernel of slice inburgeringstermijn: kennisgeving, tien_weken_gestart, …
    dag {date} NOT NULL,
    tot {date},                                  -- exclusive, where the fact is a period
    bron {text} NOT NULL,                        -- duo, brp, hand
    toelichting {text} NOT NULL,
    vervangt {id} REFERENCES termijnfeit (id),
    vastgelegd_door {id} NOT NULL,
    vastgelegd_op {timestamp} NOT NULL
);
CREATE INDEX termijnfeit_dossier ON termijnfeit (dossier, soort, id);
-- rls termijnfeit

-- The clocks as last reckoned, for lists; always to be had again from the facts.
CREATE TABLE termijn (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    soort {text} NOT NULL,
    begin_op {date} NOT NULL,
    uiterlijk {date} NOT NULL,                   -- last day on which it is in time
    ongerold {date} NOT NULL,
    stand {text} NOT NULL CHECK (stand IN ('loopt', 'gehaald', 'vervallen')),
    bron {text} NOT NULL CHECK (bron IN ('berekend', 'duo')),
    UNIQUE (dossier, soort)
);
CREATE INDEX termijn_uiterlijk ON termijn (gemeente, stand, uiterlijk);
-- rls termijn

CREATE TABLE taak (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} REFERENCES dossier (id),
    soort {text} NOT NULL CHECK (soort IN ('pip', 'intake', 'leerroute', 'termijn', 'geld', 'duo', 'handhaving', 'bericht', 'dubbel', 'overig')),
    titel {text} NOT NULL,                       -- Dutch source text (translated when it is one of ours)
    toelichting {text} NOT NULL,
    artikel {text} NOT NULL,                     -- "Besluit 5.3", may be empty
    wettelijk {bool} NOT NULL,
    uiterlijk {date} NOT NULL,
    eigenaar {id} REFERENCES gebruiker (id),     -- NULL: in the team queue
    team {id} REFERENCES team (id),
    stand {text} NOT NULL CHECK (stand IN ('open', 'wacht', 'klaar', 'vervallen')),
    wacht_op {text},
    termijnsoort {text},                         -- the clock it came from; one open task a clock
    aangemaakt {timestamp} NOT NULL,
    klaar_op {timestamp},
    klaar_door {id},
    versie {id} NOT NULL DEFAULT 1
);
CREATE INDEX taak_eigenaar ON taak (eigenaar, stand, uiterlijk, id);
CREATE INDEX taak_wachtrij ON taak (gemeente, stand, uiterlijk, id) WHERE eigenaar IS NULL;
CREATE INDEX taak_dossier ON taak (dossier, stand);
CREATE UNIQUE INDEX taak_van_termijn ON taak (dossier, termijnsoort) WHERE stand IN ('open', 'wacht') AND termijnsoort IS NOT NULL;
-- rls taak

-- How many tasks, kept by the change that alters them; a job proves it against a recount. eigenaar 0: the team queue.
CREATE TABLE taak_telling (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    eigenaar {id} NOT NULL,
    stand {text} NOT NULL CHECK (stand IN ('open', 'wacht')),
    soort {text} NOT NULL,
    uiterlijk {date} NOT NULL,
    aantal {id} NOT NULL,
    PRIMARY KEY (gemeente, eigenaar, stand, soort, uiterlijk)
);
-- rls taak_telling

-- Several tasks changed at once: what they were, so that it can be undone.
CREATE TABLE bulk (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    gebruiker {id} NOT NULL,
    handeling {text} NOT NULL,
    terug {json} NOT NULL,
    gedaan {timestamp} NOT NULL,
    teruggedraaid {timestamp}
);
-- rls bulk

CREATE TABLE bewaard_filter (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    naam {text} NOT NULL,
    adres {text} NOT NULL,                       -- the query of the list
    UNIQUE (gebruiker, naam)
);
-- rls bewaard_filter
