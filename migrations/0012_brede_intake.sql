-- The brede intake (Wi2021 art. 14): several over time, one open; leefgebieden and baseline field by field, so that two
-- editors meet at a field and not at a page; talks, private ones sealed; the legal minimum; call-ups and what follows.

-- The municipality's own list of leefgebieden, in its order. No rows: the list of the program.
CREATE TABLE leefgebied (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    code {text} NOT NULL,
    titel {text} NOT NULL,
    volgorde {id} NOT NULL,
    actief {bool} NOT NULL,
    eigen {bool} NOT NULL,
    PRIMARY KEY (gemeente, code)
);
-- rls leefgebied

CREATE TABLE intake (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    begonnen_op {date} NOT NULL,
    plaats {text} NOT NULL CHECK (plaats IN ('gemeente', 'azc')),
    begonnen_door {id} NOT NULL,
    apart_gesprek_op {date},                     -- the right to talk alone was pointed out (Besluit 5.2(2))
    laatste_plek {text} NOT NULL DEFAULT '',     -- where work stopped: a leefgebied or part of the baseline
    afgerond_op {date},
    bij_verstek {bool} NOT NULL DEFAULT {false},
    afgerond_reden {text},                       -- in absence: on what it rests
    afgerond_door {id},
    versie {id} NOT NULL DEFAULT 1,
    CHECK (afgerond_op IS NULL OR begonnen_op <= afgerond_op)
);
CREATE UNIQUE INDEX intake_open ON intake (dossier) WHERE afgerond_op IS NULL;
CREATE INDEX intake_dossier ON intake (dossier, begonnen_op, id);
-- rls intake

-- One field of a leefgebied or of the baseline (`onderwerp` 'basis'). Text of a health leefgebied is sealed, its score
-- as well; of its answer only the stand is readable.
CREATE TABLE intake_veld (
    intake {id} NOT NULL REFERENCES intake (id),
    onderwerp {text} NOT NULL,
    veld {text} NOT NULL,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    tekst {text},
    score {id} CHECK (score BETWEEN 1 AND 5),
    verzegeld {blob},
    versie {id} NOT NULL,
    gewijzigd_door {id} NOT NULL,
    gewijzigd_op {timestamp} NOT NULL,
    PRIMARY KEY (intake, onderwerp, veld),
    CHECK (score IS NULL OR veld = 'antwoord'),
    CHECK (veld <> 'antwoord' OR tekst IN ('', 'niet_gevraagd', 'besproken', 'wil_niet', 'niet_van_toepassing'))
);
-- rls intake_veld

CREATE TABLE intake_opleiding (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    intake {id} NOT NULL REFERENCES intake (id),
    land {text} NOT NULL,
    naam {text} NOT NULL,
    niveau {text} NOT NULL,
    jaren {id} CHECK (jaren BETWEEN 0 AND 40),
    diploma {bool} NOT NULL,
    waardering {text} NOT NULL CHECK (waardering IN ('geen', 'aangevraagd', 'ontvangen')),
    waardering_niveau {text},
    versie {id} NOT NULL DEFAULT 1,
    weggehaald_op {timestamp},
    CHECK (waardering_niveau IS NULL OR waardering = 'ontvangen')
);
CREATE INDEX intake_opleiding_intake ON intake_opleiding (intake);
-- rls intake_opleiding

CREATE TABLE intake_werk (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    intake {id} NOT NULL REFERENCES intake (id),
    soort {text} NOT NULL CHECK (soort IN ('betaald', 'vrijwillig', 'onderneming', 'huishouden')),
    land {text} NOT NULL,
    beroep {text} NOT NULL,
    van {text},                                  -- YYYY-MM-DD with 00 for unknown parts
    tot {text},                                  -- NULL: still
    uren {id} CHECK (uren BETWEEN 0 AND 80),     -- a week
    versie {id} NOT NULL DEFAULT 1,
    weggehaald_op {timestamp}
);
CREATE INDEX intake_werk_intake ON intake_werk (intake);
-- rls intake_werk

CREATE TABLE intake_taal (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    intake {id} NOT NULL REFERENCES intake (id),
    taal {text} NOT NULL,
    moedertaal {bool} NOT NULL,
    spreken {text} NOT NULL CHECK (spreken IN ('niet', 'beetje', 'redelijk', 'goed')),
    lezen {text} NOT NULL CHECK (lezen IN ('niet', 'beetje', 'redelijk', 'goed')),
    schrijven {text} NOT NULL CHECK (schrijven IN ('niet', 'beetje', 'redelijk', 'goed')),
    versie {id} NOT NULL DEFAULT 1,
    weggehaald_op {timestamp}
);
CREATE INDEX intake_taal_intake ON intake_taal (intake);
-- rls intake_taal

-- A part of the legal minimum that a user or the test marked; only added, the latest is in force.
CREATE TABLE intake_onderdeel (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    intake {id} NOT NULL REFERENCES intake (id),
    onderdeel {text} NOT NULL,
    stand {text} NOT NULL CHECK (stand IN ('open', 'afgedaan', 'niet_relevant')),
    grond {text} NOT NULL,
    door {id} NOT NULL,
    op {timestamp} NOT NULL
);
CREATE INDEX intake_onderdeel_intake ON intake_onderdeel (intake, onderdeel, id);
-- rls intake_onderdeel

-- A talk. The notes of a talk alone are sealed and read in this file only, by few (rulebook R12.4).
CREATE TABLE intake_gesprek (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    intake {id} NOT NULL REFERENCES intake (id),
    dag {date} NOT NULL,
    plaats {text} NOT NULL CHECK (plaats IN ('gemeente', 'azc', 'thuis', 'elders')),
    wijze {text} NOT NULL CHECK (wijze IN ('persoonlijk', 'video', 'telefoon')),
    aanwezigen {text} NOT NULL,
    tolk_wijze {text} NOT NULL CHECK (tolk_wijze IN ('geen', 'aanwezig', 'telefonisch')),
    tolk_taal {text} NOT NULL,
    prive {bool} NOT NULL,
    verslag {text},
    verslag_verzegeld {blob},
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    versie {id} NOT NULL DEFAULT 1,
    gewijzigd_op {timestamp} NOT NULL,
    CHECK (prive = {false} OR verslag IS NULL)
);
CREATE INDEX intake_gesprek_intake ON intake_gesprek (intake, dag, id);
-- rls intake_gesprek

-- A call-up (Wet 14(1)). Its outcome and the judgement of blame are written once.
CREATE TABLE oproep (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    intake {id} REFERENCES intake (id),          -- the one that was open when it was sent
    nummer {id} NOT NULL CHECK (nummer BETWEEN 1 AND 3),
    verzonden_op {date} NOT NULL,
    uiterlijk {date} NOT NULL,                   -- last day to react
    afspraak {id} NOT NULL REFERENCES afspraak (id),
    dag {date} NOT NULL,                         -- of the appointment, as called up
    brief {id},
    uitkomst {text} NOT NULL DEFAULT 'open'
        CHECK (uitkomst IN ('open', 'verschenen', 'niet_verschenen', 'geldige_reden', 'werkte_niet_mee')),
    uitkomst_op {date},
    reden {text} NOT NULL DEFAULT '',
    uitkomst_door {id},
    verwijtbaar {bool},
    verwijt_antwoorden {json},
    verwijt_door {id},
    verwijt_op {timestamp},
    voorstel {id} REFERENCES taak (id),          -- the task for the jurist
    geen_boete_op {date},                        -- the jurist decided on the proposal: no fine
    geen_boete_reden {text},
    verzonden_door {id} NOT NULL,
    aangemaakt {timestamp} NOT NULL,
    CHECK (uitkomst = 'open' OR uitkomst_op IS NOT NULL),
    CHECK (verwijtbaar IS NULL OR uitkomst IN ('niet_verschenen', 'werkte_niet_mee'))
);
CREATE UNIQUE INDEX oproep_loopt ON oproep (dossier) WHERE uitkomst = 'open';
CREATE INDEX oproep_dossier ON oproep (dossier, id);
-- rls oproep
