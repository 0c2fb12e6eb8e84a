-- The leerbaarheidstoets and the plan of a person, with its versions.

-- Every change of the test is a new row; the latest holds. What an exception is about is health: sealed.
CREATE TABLE leerbaarheidstoets (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    stand {text} NOT NULL CHECK (stand IN ('aangevraagd', 'ingepland', 'uitslag', 'uitzondering', 'geweigerd')),
    examennummer {text} NOT NULL,                -- DUO: at most 12 characters
    aangevraagd_op {date},
    gepland_op {date},
    uitslag {text} CHECK (uitslag IN ('haalbaar', 'niet_haalbaar', 'onbekend')),
    score {id} CHECK (score BETWEEN 0 AND 99999),         -- hundredths: 1250 is "12,50"
    vereist {id} CHECK (vereist BETWEEN 0 AND 99999),
    geregistreerd_op {date},                     -- DUO registered the result
    uitzondering {blob},                         -- sealed: ground, thought unable or not, reason
    dag {date},                                  -- of the exception or refusal
    reden {text} NOT NULL,                       -- of the refusal
    duo_gemeld_op {date},                        -- the exception was told to DUO
    afwijking {text} NOT NULL,                   -- why the leerroute differs from the result
    door {id} NOT NULL,
    op {timestamp} NOT NULL,
    CHECK ((stand = 'uitslag') <= (uitslag IS NOT NULL)),
    CHECK ((stand = 'uitzondering') <= (uitzondering IS NOT NULL))
);
CREATE INDEX leerbaarheidstoets_dossier ON leerbaarheidstoets (dossier, id);
-- rls leerbaarheidstoets

-- A plan. One that is fixed is never altered: only its stand goes from vastgesteld to vervangen. `deel_…` counts the
-- changes of a part, for two editors.
CREATE TABLE pip (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    versie {id} NOT NULL CHECK (versie > 0),
    stand {text} NOT NULL CHECK (stand IN ('concept', 'voorgelegd', 'vastgesteld', 'vervangen')),
    gemaakt_door {id} NOT NULL,
    gemaakt_op {timestamp} NOT NULL,
    voorgelegd_op {date},
    dagtekening {date},
    vastgesteld_door {id},
    vastgesteld_op {timestamp},
    zonder_handtekening {text} NOT NULL DEFAULT '',   -- why nobody signed
    deel_leerroute {id} NOT NULL DEFAULT 0,
    deel_begeleiding {id} NOT NULL DEFAULT 0,
    deel_doelen {id} NOT NULL DEFAULT 0,
    deel_afspraken {id} NOT NULL DEFAULT 0,
    door_leerroute {id},
    door_begeleiding {id},
    door_doelen {id},
    door_afspraken {id},
    leerroute {text} NOT NULL CHECK (leerroute IN ('', 'B', 'O', 'Z')),
    leerroute_reden {text} NOT NULL,
    onderwijs_onderzocht {text} NOT NULL CHECK (onderwijs_onderzocht IN ('', 'past', 'past_niet')),
    onderwijs_reden {text} NOT NULL,
    toets_reden {text} NOT NULL,
    niveau {text} NOT NULL CHECK (niveau IN ('', 'A2', 'B1')),
    uren {id} CHECK (uren BETWEEN 1 AND 9999),
    intensiteit {text} NOT NULL,
    alfabetisering {text} NOT NULL CHECK (alfabetisering IN ('', 'A', 'AA', 'NVT')),
    opleiding_afmaken {text} NOT NULL CHECK (opleiding_afmaken IN ('', 'ja', 'nee')),
    z_examens {text} NOT NULL,                   -- "LE,LU,SC,SP,KNM", those that are wanted
    aftrek_cursus {id},
    aftrek_participatie {id},
    aftrek_school {id},
    school_vanaf {date},
    aftrek_reden {text} NOT NULL,
    vorige_route {text} NOT NULL CHECK (vorige_route IN ('', 'B', 'O', 'Z')),
    vorig_niveau {text} NOT NULL CHECK (vorig_niveau IN ('', 'A2', 'B1')),
    vorige_dagtekening {date},
    wijziging_reden {text} NOT NULL,
    bijzonder_geval {text} NOT NULL,
    onderwijs_gestopt {date},
    uren_nt2 {id},
    uren_intake {id},
    inspanning {text} NOT NULL CHECK (inspanning IN ('', 'ja', 'nee')),
    b1_haalbaar {text} NOT NULL CHECK (b1_haalbaar IN ('', 'ja', 'nee')),
    pvt_uren {id},
    pvt {text} NOT NULL,
    map_uren {id},
    map {text} NOT NULL,
    begeleiding {text} NOT NULL,
    gesprekken {id},
    voortgang {text} NOT NULL,
    vve_nodig {text} NOT NULL CHECK (vve_nodig IN ('', 'ja', 'nee')),
    vve {text} NOT NULL,
    ontzorgen {text} NOT NULL,
    UNIQUE (dossier, versie),
    CHECK ((stand IN ('vastgesteld', 'vervangen')) = (dagtekening IS NOT NULL)),
    CHECK (dagtekening IS NULL OR leerroute <> '')
);
-- One is worked on, one is in force.
CREATE UNIQUE INDEX pip_concept ON pip (dossier) WHERE stand IN ('concept', 'voorgelegd');
CREATE UNIQUE INDEX pip_geldend ON pip (dossier) WHERE stand = 'vastgesteld';
-- rls pip

-- Goals of a plan. `tekst` NULL where it is sealed: a goal about health.
CREATE TABLE pip_doel (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    pip {id} NOT NULL REFERENCES pip (id),
    leefgebied {text} NOT NULL,                  -- code of the brede intake
    termijn {text} NOT NULL CHECK (termijn IN ('kort', 'midden', 'lang')),
    tekst {text},
    tekst_verzegeld {blob}
);
CREATE INDEX pip_doel_pip ON pip_doel (pip, id);
-- rls pip_doel

CREATE TABLE pip_afspraak (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    pip {id} NOT NULL REFERENCES pip (id),
    wat {text} NOT NULL,
    wie {text} NOT NULL,
    dag {date},
    grondslag {text} NOT NULL CHECK (grondslag IN ('Wi', 'Pw'))
);
CREATE INDEX pip_afspraak_pip ON pip_afspraak (pip, id);
-- rls pip_afspraak

-- Who signed; the latest of a plan counts, while `inhoud` is the number of changes it has now. Strokes are
-- "x,y x,y;x,y", each from 0 to 1000.
CREATE TABLE pip_handtekening (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    pip {id} NOT NULL REFERENCES pip (id),
    inhoud {id} NOT NULL,
    wijze {text} NOT NULL CHECK (wijze IN ('tekening', 'naam', 'document')),
    naam {text} NOT NULL,
    tekening {text} NOT NULL,
    document {id} REFERENCES document (id),
    dag {date} NOT NULL,
    door {id} NOT NULL,
    op {timestamp} NOT NULL,
    CHECK ((wijze = 'tekening') = (tekening <> '')),
    CHECK ((wijze = 'document') = (document IS NOT NULL))
);
CREATE INDEX pip_handtekening_pip ON pip_handtekening (pip, id);
-- rls pip_handtekening

-- What a worker says of the delay; the latest of a file counts, an empty text takes it back.
CREATE TABLE pip_oorzaak (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    tekst {text} NOT NULL,
    door {id} NOT NULL,
    op {timestamp} NOT NULL
);
CREATE INDEX pip_oorzaak_dossier ON pip_oorzaak (dossier, id);
-- rls pip_oorzaak

CREATE INDEX termijn_pip ON termijn (gemeente, uiterlijk, dossier) WHERE soort = 'pip';
