-- People as they are: names in any shape, birth dates partly known, no BSN yet. Their families, groups and arrivals.

CREATE TABLE persoon (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    bsn {blob},                                  -- sealed
    bsn_index {blob},                            -- keyed, to find it again
    a_nummer {text},
    v_nummer {text},
    voornamen {text},
    titel {text},                                -- table 38: B, BS, G, …
    voorvoegsel {text},
    geslachtsnaam {text},                        -- NULL: mononym (one name stands in voornamen); '.': unknown in the BRP
    naam {text} NOT NULL,                        -- as shown in lists, made from the parts
    eigen_schrift {text},
    eigen_schrift_taal {text},
    uitspraak {text},
    sorteersleutel {text} NOT NULL,
    geslacht {text} NOT NULL DEFAULT 'O' CHECK (geslacht IN ('M', 'V', 'O')),
    geboortedatum {text} NOT NULL,               -- YYYY-MM-DD with 00 for unknown parts
    geboorteplaats {text},
    geboorteland {text},                         -- table 34
    overleden_op {text},
    naamgebruik {text} NOT NULL DEFAULT 'E' CHECK (naamgebruik IN ('E', 'P', 'V', 'N')),
    taal {text},                                 -- BCP 47: ti, ar, prs, tr, …
    tolk_nodig {bool} NOT NULL DEFAULT {false},
    tolk_wens {text},                            -- "vrouw", "telefonisch", …
    geheimhouding {id} NOT NULL DEFAULT 0,       -- 0 to 7, BRP 07.70.10; above 0 hides addresses everywhere
    opschorting {text},                          -- E, R, O, W, M, F
    verblijfstitel {text},                       -- table 56
    verblijfstitel_vanaf {text},
    verblijfstitel_tot {text},
    brp_gemeente {text},                         -- table 33
    brp_ingeschreven_op {text},
    herkomst {text} NOT NULL,                    -- hand, brp, duo, coa, demo
    samengevoegd_in {id} REFERENCES persoon (id),
    aangemaakt {timestamp} NOT NULL,
    versie {id} NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX persoon_bsn ON persoon (gemeente, bsn_index) WHERE samengevoegd_in IS NULL;
CREATE INDEX persoon_v_nummer ON persoon (gemeente, v_nummer);
CREATE INDEX persoon_a_nummer ON persoon (gemeente, a_nummer);
CREATE INDEX persoon_geboren ON persoon (gemeente, geboortedatum, id);
CREATE INDEX persoon_naam ON persoon (gemeente, sorteersleutel, id);
-- rls persoon

CREATE TABLE adres (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    functie {text} NOT NULL CHECK (functie IN ('W', 'B', 'azc')),
    straat {text}, huisnummer {id}, huisletter {text}, toevoeging {text}, aanduiding {text},
    postcode {text}, woonplaats {text}, locatie {text},
    land {text}, regel_1 {text}, regel_2 {text}, regel_3 {text},   -- abroad
    vanaf {text}, tot {text},
    aangemaakt {timestamp} NOT NULL
);
CREATE INDEX adres_persoon ON adres (persoon, vanaf);
CREATE INDEX adres_postcode ON adres (gemeente, postcode, huisnummer);
-- rls adres

CREATE TABLE contactgegeven (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    soort {text} NOT NULL CHECK (soort IN ('telefoon', 'e-mail')),
    waarde {text} NOT NULL,
    zoeksleutel {text} NOT NULL,                 -- telephone: last nine digits; e-mail: lower case
    vanaf {date} NOT NULL,
    tot {date}
);
CREATE INDEX contactgegeven_persoon ON contactgegeven (persoon);
CREATE INDEX contactgegeven_zoek ON contactgegeven (gemeente, zoeksleutel);
-- rls contactgegeven

CREATE TABLE nationaliteit (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    code {text} NOT NULL,
    vanaf {text}
);
CREATE INDEX nationaliteit_persoon ON nationaliteit (persoon);
-- rls nationaliteit

-- A family tie of `persoon`: `soort` says what the other is. `ander` when we know that person here; the parts of the
-- name always, as the BRP gives them.
CREATE TABLE gezinsband (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    soort {text} NOT NULL CHECK (soort IN ('ouder', 'partner', 'kind')),
    ander {id} REFERENCES persoon (id),
    ander_bsn_index {blob},
    voornamen {text}, titel {text}, voorvoegsel {text}, geslachtsnaam {text},
    geslacht {text}, geboortedatum {text},
    verbintenis {text},                          -- H or P, partner only
    vanaf {text}, tot {text},
    verblijf {text}                              -- "hier", "nareis", "buitenland"
);
CREATE INDEX gezinsband_persoon ON gezinsband (persoon, soort);
CREATE INDEX gezinsband_ander ON gezinsband (ander);
CREATE INDEX gezinsband_bsn ON gezinsband (gemeente, ander_bsn_index);
-- rls gezinsband

-- Target group, with history; only added. The group in force is the one with the latest `vanaf`, then the latest id.
CREATE TABLE doelgroep (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    groep {text} NOT NULL CHECK (groep IN ('AS-a', 'AS-b', 'GM', 'OM')),
    duo_indeling {text},
    duo_fijn {text},
    asielrechten {text},
    vanaf {date} NOT NULL,
    bron {text} NOT NULL,                        -- duo, hand, coa, demo
    melding {id},
    aangemaakt {timestamp} NOT NULL
);
CREATE INDEX doelgroep_persoon ON doelgroep (persoon, vanaf);
-- rls doelgroep

-- The plicht as DUO registered it; only added. Begin and end both inclusive (DUO interface).
CREATE TABLE plicht (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    plichtig {bool} NOT NULL,
    begin_op {date},
    eind_op {date},
    gewijzigd_op {date},
    kennisgeving_op {date},
    reden_geen {text},
    melding {id},
    aangemaakt {timestamp} NOT NULL
);
CREATE INDEX plicht_persoon ON plicht (persoon);
-- rls plicht

CREATE TABLE coa_koppeling (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    locatie {text} NOT NULL,
    aangekomen_op {date},
    gekoppeld_op {date} NOT NULL,
    uitgestroomd_op {date},
    slaapkamers {id}
);
CREATE INDEX coa_koppeling_persoon ON coa_koppeling (persoon);
-- rls coa_koppeling

-- Inbox of DUO's notices: append-only, one row an event, person and registration moment, whatever happens to it.
CREATE TABLE duo_melding (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    code {text} NOT NULL,
    geregistreerd {timestamp} NOT NULL,
    ontvangen {timestamp} NOT NULL,
    persoonsleutel {blob} NOT NULL,              -- blind index of BSN, else of V-number
    bsn {blob},                                  -- sealed
    v_nummer {text},
    persoon {id} REFERENCES persoon (id),
    inhoud {blob} NOT NULL,                      -- sealed JSON as it came
    stand {text} NOT NULL CHECK (stand IN ('verwerkt', 'wacht_op_persoon', 'onbekende_code', 'achterhaald')),
    toelichting {text} NOT NULL,
    UNIQUE (gemeente, code, persoonsleutel, geregistreerd)
);
CREATE INDEX duo_melding_persoon ON duo_melding (gemeente, persoon, geregistreerd);
CREATE INDEX duo_melding_stand ON duo_melding (gemeente, stand, geregistreerd);
-- rls duo_melding

-- A file that was read in: what came in, what was refused and why, row by row.
CREATE TABLE inlees (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    soort {text} NOT NULL CHECK (soort IN ('brp', 'brp_api', 'duo', 'coa')),
    bestandsnaam {text} NOT NULL,
    gestart_door {id} NOT NULL,
    gestart {timestamp} NOT NULL,
    klaar {timestamp},
    stand {text} NOT NULL CHECK (stand IN ('wacht', 'bezig', 'klaar', 'mislukt')),
    totaal {id} NOT NULL DEFAULT 0,
    gelukt {id} NOT NULL DEFAULT 0,
    ongewijzigd {id} NOT NULL DEFAULT 0,
    geweigerd {id} NOT NULL DEFAULT 0,
    fout {text},
    inhoud {blob}                                -- sealed; NULL once read
);
CREATE INDEX inlees_gemeente ON inlees (gemeente, gestart);
-- rls inlees

CREATE TABLE inlees_regel (
    inlees {id} NOT NULL REFERENCES inlees (id),
    regel {id} NOT NULL,                         -- line in the file, from 1
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    uitkomst {text} NOT NULL CHECK (uitkomst IN ('nieuw', 'bijgewerkt', 'ongewijzigd', 'dubbel', 'geweigerd', 'wacht')),
    reden {text} NOT NULL,
    persoon {id},
    PRIMARY KEY (inlees, regel)
);
-- rls inlees_regel

-- Two people who may be one. Score 0–100 with reasons; decided once.
CREATE TABLE dubbel (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    een {id} NOT NULL REFERENCES persoon (id),
    ander {id} NOT NULL REFERENCES persoon (id),
    score {id} NOT NULL,
    redenen {json} NOT NULL,
    stand {text} NOT NULL CHECK (stand IN ('open', 'samengevoegd', 'verschillend', 'hersteld')),
    besloten_door {id},
    besloten_op {timestamp},
    terug {json},                                -- what a merge moved, so that it can be undone
    CHECK (een < ander),
    UNIQUE (een, ander)
);
CREATE INDEX dubbel_open ON dubbel (gemeente, stand, score);
-- rls dubbel

-- What the municipality decided itself, with the room the law leaves. Key as in the domain rulebook §14.
CREATE TABLE beleid (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    sleutel {text} NOT NULL,
    waarde {text} NOT NULL,
    vanaf {date} NOT NULL,
    besluit {text} NOT NULL,
    vastgelegd_door {id} NOT NULL,
    vastgelegd_op {timestamp} NOT NULL
);
CREATE INDEX beleid_sleutel ON beleid (gemeente, sleutel, vanaf);
-- rls beleid

-- Search: words of all names once, their endings, and who bears them.
CREATE TABLE zoekwoord (
    id {id} PRIMARY KEY,
    woord {text} NOT NULL UNIQUE,
    klank {text} NOT NULL
);
CREATE INDEX zoekwoord_klank ON zoekwoord (klank);
CREATE TABLE zoekstaart (
    staart {text} NOT NULL,
    woord {id} NOT NULL REFERENCES zoekwoord (id),
    PRIMARY KEY (staart, woord)
);
CREATE TABLE zoekterm (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    woord {id} NOT NULL REFERENCES zoekwoord (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    PRIMARY KEY (gemeente, woord, persoon)
);
CREATE INDEX zoekterm_persoon ON zoekterm (persoon);
-- rls zoekterm
