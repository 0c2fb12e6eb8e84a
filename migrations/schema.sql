-- The schema as the migrations leave it (SQLite's form), for reading. Made by tools/schema.

CREATE TABLE migratie (
    naam TEXT PRIMARY KEY,
    controlegetal TEXT NOT NULL,
    uitgevoerd INTEGER NOT NULL
) STRICT;

CREATE TABLE gemeente (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,                 -- table 33 of the BRP: 1948 is Meierijstad
    naam TEXT NOT NULL,
    tweede_factor TEXT NOT NULL DEFAULT 'beheer' CHECK (tweede_factor IN ('allen', 'beheer', 'niemand')),
    sleutelproef BLOB                          -- a sealed constant: tells a wrong key file at once
) STRICT;

CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    naam TEXT NOT NULL,
    UNIQUE (gemeente, naam)
) STRICT;

CREATE TABLE gebruiker (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    gebruikersnaam TEXT NOT NULL UNIQUE,       -- lower case; across municipalities, so that log-in need not ask
    naam TEXT NOT NULL,
    rol TEXT NOT NULL,
    team INTEGER REFERENCES team (id),
    persoon INTEGER,                                -- when this employee is known as a person here: own and family file are barred
    bsn_index BLOB,                            -- keyed index of the own BSN, for the same bar when the person is not known yet
    wachtwoord_hash TEXT,                      -- Argon2id; NULL: cannot log in with a password
    wachtwoord_op INTEGER,
    totp_geheim BLOB,                          -- sealed; NULL: no second factor yet
    totp_stap INTEGER,                              -- last accepted 30-second step: a code works once
    actief INTEGER NOT NULL,
    mislukt INTEGER NOT NULL DEFAULT 0,             -- wrong passwords since the last right one
    geblokkeerd_tot INTEGER,
    taal TEXT NOT NULL DEFAULT 'nl',
    aangemaakt INTEGER NOT NULL,
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX gebruiker_gemeente ON gebruiker (gemeente, naam);

CREATE TABLE herstelcode (
    id INTEGER PRIMARY KEY,
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    code_hash BLOB NOT NULL,
    gebruikt_op INTEGER
) STRICT;

CREATE INDEX herstelcode_gebruiker ON herstelcode (gebruiker);

CREATE TABLE sessie (
    id INTEGER PRIMARY KEY,
    sleutel_hash BLOB NOT NULL UNIQUE,         -- of the cookie: a stolen table opens no session
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    volledig INTEGER NOT NULL,                    -- false: password done, second factor not
    csrf_sleutel BLOB NOT NULL,
    aangemaakt INTEGER NOT NULL,
    laatst_gezien INTEGER NOT NULL,
    herkomst TEXT NOT NULL
) STRICT;

CREATE INDEX sessie_gebruiker ON sessie (gebruiker);

CREATE TABLE inlogpoging (
    id INTEGER PRIMARY KEY,
    adres TEXT NOT NULL,                       -- of the peer, never from a header that a client can write
    tijdstip INTEGER NOT NULL
) STRICT;

CREATE INDEX inlogpoging_adres ON inlogpoging (adres, tijdstip);

CREATE TABLE bewaard_formulier (
    id INTEGER PRIMARY KEY,
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    pad TEXT NOT NULL,
    inhoud BLOB NOT NULL,
    bewaard_op INTEGER NOT NULL
) STRICT;

CREATE INDEX bewaard_formulier_gebruiker ON bewaard_formulier (gebruiker);

CREATE TABLE verzonden_formulier (
    sleutel TEXT PRIMARY KEY,
    gebruiker INTEGER NOT NULL,
    antwoord TEXT NOT NULL,                    -- where the first one led to
    tijdstip INTEGER NOT NULL
) STRICT;

CREATE TABLE toegang (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    dossier INTEGER NOT NULL,
    doel TEXT NOT NULL,
    reden TEXT NOT NULL,
    vanaf INTEGER NOT NULL,
    tot INTEGER NOT NULL,
    nagekeken_door INTEGER REFERENCES gebruiker (id),
    nagekeken_op INTEGER,
    oordeel TEXT
) STRICT;

CREATE INDEX toegang_gebruiker ON toegang (gebruiker, dossier, tot);

CREATE INDEX toegang_gemeente ON toegang (gemeente, doel, vanaf);

CREATE TABLE keten (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    naam TEXT NOT NULL CHECK (naam IN ('audit', 'leeslog')),
    volgnummer INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (gemeente, naam)
) STRICT;

CREATE TABLE audit (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    volgnummer INTEGER NOT NULL,
    tijdstip INTEGER NOT NULL,
    gebruiker INTEGER NOT NULL,                     -- 0: the program itself
    handeling TEXT NOT NULL,
    soort TEXT NOT NULL,
    voorwerp INTEGER NOT NULL,
    gegevens TEXT NOT NULL,
    hash BLOB NOT NULL,                        -- of the previous hash and this row
    PRIMARY KEY (gemeente, volgnummer)
) STRICT;

CREATE INDEX audit_voorwerp ON audit (gemeente, soort, voorwerp, volgnummer);

CREATE TABLE leeslog (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    volgnummer INTEGER NOT NULL,
    tijdstip INTEGER NOT NULL,
    gebruiker INTEGER NOT NULL,
    persoon INTEGER,
    dossier INTEGER,
    doel TEXT NOT NULL,
    handeling TEXT NOT NULL,
    resultaat TEXT NOT NULL,
    herkomst TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (gemeente, volgnummer)
) STRICT;

CREATE INDEX leeslog_persoon ON leeslog (gemeente, persoon, volgnummer);

CREATE INDEX leeslog_gebruiker ON leeslog (gemeente, gebruiker, volgnummer);

CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL,                      -- 0: of no municipality
    soort TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    eenmalig TEXT,                             -- unique among jobs that are not done
    stand TEXT NOT NULL CHECK (stand IN ('wacht', 'bezig', 'klaar', 'mislukt')),
    poging INTEGER NOT NULL DEFAULT 0,
    niet_voor INTEGER NOT NULL,
    lease_tot INTEGER,
    lease_van TEXT,
    fout TEXT,
    aangemaakt INTEGER NOT NULL,
    klaar_op INTEGER
) STRICT;

CREATE INDEX job_aan_de_beurt ON job (stand, niet_voor);

CREATE UNIQUE INDEX job_eenmalig ON job (eenmalig) WHERE stand IN ('wacht', 'bezig');

CREATE TABLE persoon (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    bsn BLOB,                                  -- sealed
    bsn_index BLOB,                            -- keyed, to find it again
    a_nummer TEXT,
    v_nummer TEXT,
    voornamen TEXT,
    titel TEXT,                                -- table 38: B, BS, G, …
    voorvoegsel TEXT,
    geslachtsnaam TEXT,                        -- NULL: mononym (one name stands in voornamen); '.': unknown in the BRP
    naam TEXT NOT NULL,                        -- as shown in lists, made from the parts
    eigen_schrift TEXT,
    eigen_schrift_taal TEXT,
    uitspraak TEXT,
    sorteersleutel TEXT NOT NULL,
    geslacht TEXT NOT NULL DEFAULT 'O' CHECK (geslacht IN ('M', 'V', 'O')),
    geboortedatum TEXT NOT NULL,               -- YYYY-MM-DD with 00 for unknown parts
    geboorteplaats TEXT,
    geboorteland TEXT,                         -- table 34
    overleden_op TEXT,
    naamgebruik TEXT NOT NULL DEFAULT 'E' CHECK (naamgebruik IN ('E', 'P', 'V', 'N')),
    taal TEXT,                                 -- BCP 47: ti, ar, prs, tr, …
    tolk_nodig INTEGER NOT NULL DEFAULT 0,
    tolk_wens TEXT,                            -- "vrouw", "telefonisch", …
    geheimhouding INTEGER NOT NULL DEFAULT 0,       -- 0 to 7, BRP 07.70.10; above 0 hides addresses everywhere
    opschorting TEXT,                          -- E, R, O, W, M, F
    verblijfstitel TEXT,                       -- table 56
    verblijfstitel_vanaf TEXT,
    verblijfstitel_tot TEXT,
    brp_gemeente TEXT,                         -- table 33
    brp_ingeschreven_op TEXT,
    herkomst TEXT NOT NULL,                    -- hand, brp, duo, coa, demo
    samengevoegd_in INTEGER REFERENCES persoon (id),
    aangemaakt INTEGER NOT NULL,
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX persoon_bsn ON persoon (gemeente, bsn_index) WHERE samengevoegd_in IS NULL;

CREATE INDEX persoon_v_nummer ON persoon (gemeente, v_nummer);

CREATE INDEX persoon_a_nummer ON persoon (gemeente, a_nummer);

CREATE INDEX persoon_geboren ON persoon (gemeente, geboortedatum, id);

CREATE INDEX persoon_naam ON persoon (gemeente, sorteersleutel, id);

CREATE TABLE adres (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    functie TEXT NOT NULL CHECK (functie IN ('W', 'B', 'azc')),
    straat TEXT, huisnummer INTEGER, huisletter TEXT, toevoeging TEXT, aanduiding TEXT,
    postcode TEXT, woonplaats TEXT, locatie TEXT,
    land TEXT, regel_1 TEXT, regel_2 TEXT, regel_3 TEXT,   -- abroad
    vanaf TEXT, tot TEXT,
    aangemaakt INTEGER NOT NULL
) STRICT;

CREATE INDEX adres_persoon ON adres (persoon, vanaf);

CREATE INDEX adres_postcode ON adres (gemeente, postcode, huisnummer);

CREATE TABLE contactgegeven (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    soort TEXT NOT NULL CHECK (soort IN ('telefoon', 'e-mail')),
    waarde TEXT NOT NULL,
    zoeksleutel TEXT NOT NULL,                 -- telephone: last nine digits; e-mail: lower case
    vanaf TEXT NOT NULL,
    tot TEXT
) STRICT;

CREATE INDEX contactgegeven_persoon ON contactgegeven (persoon);

CREATE INDEX contactgegeven_zoek ON contactgegeven (gemeente, zoeksleutel);

CREATE TABLE nationaliteit (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    code TEXT NOT NULL,
    vanaf TEXT
) STRICT;

CREATE INDEX nationaliteit_persoon ON nationaliteit (persoon);

CREATE TABLE gezinsband (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    soort TEXT NOT NULL CHECK (soort IN ('ouder', 'partner', 'kind')),
    ander INTEGER REFERENCES persoon (id),
    ander_bsn_index BLOB,
    voornamen TEXT, titel TEXT, voorvoegsel TEXT, geslachtsnaam TEXT,
    geslacht TEXT, geboortedatum TEXT,
    verbintenis TEXT,                          -- H or P, partner only
    vanaf TEXT, tot TEXT,
    verblijf TEXT                              -- "hier", "nareis", "buitenland"
, herkomst TEXT NOT NULL DEFAULT 'brp'
    CHECK (herkomst IN ('brp', 'hand', 'duo', 'coa', 'demo', 'omgekeerd')), ander_a_nummer TEXT) STRICT;

CREATE INDEX gezinsband_persoon ON gezinsband (persoon, soort);

CREATE INDEX gezinsband_ander ON gezinsband (ander);

CREATE INDEX gezinsband_bsn ON gezinsband (gemeente, ander_bsn_index);

CREATE TABLE doelgroep (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    groep TEXT NOT NULL CHECK (groep IN ('AS-a', 'AS-b', 'GM', 'OM')),
    duo_indeling TEXT,
    duo_fijn TEXT,
    asielrechten TEXT,
    vanaf TEXT NOT NULL,
    bron TEXT NOT NULL,                        -- duo, hand, coa, demo
    melding INTEGER,
    aangemaakt INTEGER NOT NULL
) STRICT;

CREATE INDEX doelgroep_persoon ON doelgroep (persoon, vanaf);

CREATE TABLE plicht (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    plichtig INTEGER NOT NULL,
    begin_op TEXT,
    eind_op TEXT,
    gewijzigd_op TEXT,
    kennisgeving_op TEXT,
    reden_geen TEXT,
    melding INTEGER,
    aangemaakt INTEGER NOT NULL
) STRICT;

CREATE INDEX plicht_persoon ON plicht (persoon);

CREATE TABLE coa_koppeling (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    locatie TEXT NOT NULL,
    aangekomen_op TEXT,
    gekoppeld_op TEXT NOT NULL,
    uitgestroomd_op TEXT,
    slaapkamers INTEGER
) STRICT;

CREATE INDEX coa_koppeling_persoon ON coa_koppeling (persoon);

CREATE TABLE duo_melding (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    code TEXT NOT NULL,
    geregistreerd INTEGER NOT NULL,
    ontvangen INTEGER NOT NULL,
    persoonsleutel BLOB NOT NULL,              -- blind index of BSN, else of V-number
    bsn BLOB,                                  -- sealed
    v_nummer TEXT,
    persoon INTEGER REFERENCES persoon (id),
    inhoud BLOB NOT NULL,                      -- sealed JSON as it came
    stand TEXT NOT NULL CHECK (stand IN ('verwerkt', 'wacht_op_persoon', 'onbekende_code', 'achterhaald')),
    toelichting TEXT NOT NULL,
    UNIQUE (gemeente, code, persoonsleutel, geregistreerd)
) STRICT;

CREATE INDEX duo_melding_persoon ON duo_melding (gemeente, persoon, geregistreerd);

CREATE INDEX duo_melding_stand ON duo_melding (gemeente, stand, geregistreerd);

CREATE TABLE inlees (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    soort TEXT NOT NULL CHECK (soort IN ('brp', 'brp_api', 'duo', 'coa')),
    bestandsnaam TEXT NOT NULL,
    gestart_door INTEGER NOT NULL,
    gestart INTEGER NOT NULL,
    klaar INTEGER,
    stand TEXT NOT NULL CHECK (stand IN ('wacht', 'bezig', 'klaar', 'mislukt')),
    totaal INTEGER NOT NULL DEFAULT 0,
    gelukt INTEGER NOT NULL DEFAULT 0,
    ongewijzigd INTEGER NOT NULL DEFAULT 0,
    geweigerd INTEGER NOT NULL DEFAULT 0,
    fout TEXT,
    inhoud BLOB                                -- sealed; NULL once read
) STRICT;

CREATE INDEX inlees_gemeente ON inlees (gemeente, gestart);

CREATE TABLE inlees_regel (
    inlees INTEGER NOT NULL REFERENCES inlees (id),
    regel INTEGER NOT NULL,                         -- line in the file, from 1
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    uitkomst TEXT NOT NULL CHECK (uitkomst IN ('nieuw', 'bijgewerkt', 'ongewijzigd', 'dubbel', 'geweigerd', 'wacht')),
    reden TEXT NOT NULL,
    persoon INTEGER,
    PRIMARY KEY (inlees, regel)
) STRICT;

CREATE TABLE dubbel (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    een INTEGER NOT NULL REFERENCES persoon (id),
    ander INTEGER NOT NULL REFERENCES persoon (id),
    score INTEGER NOT NULL,
    redenen TEXT NOT NULL,
    stand TEXT NOT NULL CHECK (stand IN ('open', 'samengevoegd', 'verschillend', 'hersteld')),
    besloten_door INTEGER,
    besloten_op INTEGER,
    terug TEXT,                                -- what a merge moved, so that it can be undone
    CHECK (een < ander),
    UNIQUE (een, ander)
) STRICT;

CREATE INDEX dubbel_open ON dubbel (gemeente, stand, score);

CREATE TABLE beleid (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    sleutel TEXT NOT NULL,
    waarde TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    besluit TEXT NOT NULL,
    vastgelegd_door INTEGER NOT NULL,
    vastgelegd_op INTEGER NOT NULL
) STRICT;

CREATE INDEX beleid_sleutel ON beleid (gemeente, sleutel, vanaf);

CREATE TABLE zoekwoord (
    id INTEGER PRIMARY KEY,
    woord TEXT NOT NULL UNIQUE,
    klank TEXT NOT NULL
) STRICT;

CREATE INDEX zoekwoord_klank ON zoekwoord (klank);

CREATE TABLE zoekstaart (
    staart TEXT NOT NULL,
    woord INTEGER NOT NULL REFERENCES zoekwoord (id),
    PRIMARY KEY (staart, woord)
) STRICT;

CREATE TABLE nummerreeks (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    jaar INTEGER NOT NULL,
    laatste INTEGER NOT NULL,
    PRIMARY KEY (gemeente, jaar)
) STRICT;

CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    nummer TEXT NOT NULL,                      -- 2026-000123, without gaps a municipality and year
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    stand TEXT NOT NULL CHECK (stand IN ('open', 'gesloten')),
    fase TEXT NOT NULL CHECK (fase IN ('instroom', 'intake', 'pip', 'leerroute', 'voldaan')),
    geopend_op TEXT NOT NULL,
    gesloten_op TEXT,
    sluitreden TEXT,
    regisseur INTEGER REFERENCES gebruiker (id),
    klantmanager INTEGER REFERENCES gebruiker (id),
    team INTEGER REFERENCES team (id),
    versie INTEGER NOT NULL DEFAULT 1,
    UNIQUE (gemeente, nummer)
) STRICT;

CREATE UNIQUE INDEX dossier_persoon ON dossier (persoon) WHERE stand = 'open';

CREATE INDEX dossier_klantmanager ON dossier (klantmanager, stand);

CREATE INDEX dossier_lijst ON dossier (gemeente, stand, id);

CREATE TABLE toewijzing (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    rol TEXT NOT NULL CHECK (rol IN ('regisseur', 'klantmanager')),
    gebruiker INTEGER REFERENCES gebruiker (id),    -- NULL: nobody from this day
    vanaf TEXT NOT NULL,
    door INTEGER NOT NULL,
    tijdstip INTEGER NOT NULL
) STRICT;

CREATE INDEX toewijzing_dossier ON toewijzing (dossier, rol, vanaf);

CREATE TABLE vervanging (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    afwezig INTEGER NOT NULL REFERENCES gebruiker (id),
    vervanger INTEGER NOT NULL REFERENCES gebruiker (id),
    vanaf TEXT NOT NULL,
    tot TEXT NOT NULL,
    ingetrokken_op INTEGER,
    CHECK (afwezig <> vervanger),
    CHECK (vanaf < tot)
) STRICT;

CREATE INDEX vervanging_vervanger ON vervanging (vervanger, tot);

CREATE TABLE gebeurtenis (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    dag TEXT NOT NULL,
    tijdstip INTEGER NOT NULL,               -- when it was written
    soort TEXT NOT NULL CHECK (soort IN ('wettelijk', 'contact', 'gezin', 'brief', 'notitie', 'afspraak', 'taak', 'instroom')),
    categorie TEXT NOT NULL,
    titel TEXT NOT NULL,
    tekst TEXT,                                -- NULL where it is sealed
    tekst_verzegeld BLOB,                      -- health text
    bron TEXT NOT NULL,                        -- "SS139", "BRP", or empty: the user
    gebruiker INTEGER NOT NULL,
    vervangt INTEGER REFERENCES gebeurtenis (id)    -- a correction points at what it corrects
, contact_wijze TEXT, contact_met TEXT, contact_minuten INTEGER, contact_tolk TEXT) STRICT;

CREATE INDEX gebeurtenis_dossier ON gebeurtenis (dossier, dag, id);

CREATE TABLE afspraak (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER REFERENCES dossier (id),
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    begint INTEGER NOT NULL,
    eindigt INTEGER NOT NULL,
    onderwerp TEXT NOT NULL,
    plaats TEXT NOT NULL,
    tolk_taal TEXT,
    tolk_stand TEXT CHECK (tolk_stand IN ('gevraagd', 'bevestigd')),
    stand TEXT NOT NULL CHECK (stand IN ('gepland', 'geweest', 'niet_verschenen', 'afgezegd')),
    versie INTEGER NOT NULL DEFAULT 1,
    CHECK (begint < eindigt)
) STRICT;

CREATE INDEX afspraak_gebruiker ON afspraak (gebruiker, begint);

CREATE INDEX afspraak_dossier ON afspraak (dossier, begint);

CREATE TABLE agenda_feed (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    sleutel_hash BLOB NOT NULL UNIQUE,
    gemaakt INTEGER NOT NULL,
    ingetrokken INTEGER
) STRICT;

CREATE INDEX agenda_feed_gebruiker ON agenda_feed (gebruiker);

CREATE TABLE termijnfeit (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    soort TEXT NOT NULL,                       -- kernel of slice inburgeringstermijn: kennisgeving, tien_weken_gestart, …
    dag TEXT NOT NULL,
    tot TEXT,                                  -- exclusive, where the fact is a period
    bron TEXT NOT NULL,                        -- duo, brp, hand
    toelichting TEXT NOT NULL,
    vervangt INTEGER REFERENCES termijnfeit (id),
    vastgelegd_door INTEGER NOT NULL,
    vastgelegd_op INTEGER NOT NULL
) STRICT;

CREATE INDEX termijnfeit_dossier ON termijnfeit (dossier, soort, id);

CREATE TABLE termijn (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    soort TEXT NOT NULL,
    begin_op TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,                   -- last day on which it is in time
    ongerold TEXT NOT NULL,
    stand TEXT NOT NULL CHECK (stand IN ('loopt', 'gehaald', 'vervallen')),
    bron TEXT NOT NULL CHECK (bron IN ('berekend', 'duo')), waarschuwing TEXT,
    UNIQUE (dossier, soort)
) STRICT;

CREATE INDEX termijn_uiterlijk ON termijn (gemeente, stand, uiterlijk);

CREATE TABLE taak (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER REFERENCES dossier (id),
    soort TEXT NOT NULL CHECK (soort IN ('pip', 'intake', 'leerroute', 'termijn', 'geld', 'duo', 'handhaving', 'bericht', 'dubbel', 'overig')),
    titel TEXT NOT NULL,                       -- Dutch source text (translated when it is one of ours)
    toelichting TEXT NOT NULL,
    artikel TEXT NOT NULL,                     -- "Besluit 5.3", may be empty
    wettelijk INTEGER NOT NULL,
    uiterlijk TEXT NOT NULL,
    eigenaar INTEGER REFERENCES gebruiker (id),     -- NULL: in the team queue
    team INTEGER REFERENCES team (id),
    stand TEXT NOT NULL CHECK (stand IN ('open', 'wacht', 'klaar', 'vervallen')),
    wacht_op TEXT,
    termijnsoort TEXT,                         -- the clock it came from; one open task a clock
    aangemaakt INTEGER NOT NULL,
    klaar_op INTEGER,
    klaar_door INTEGER,
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX taak_wachtrij ON taak (gemeente, stand, uiterlijk, id) WHERE eigenaar IS NULL;

CREATE INDEX taak_dossier ON taak (dossier, stand);

CREATE UNIQUE INDEX taak_van_termijn ON taak (dossier, termijnsoort) WHERE stand IN ('open', 'wacht') AND termijnsoort IS NOT NULL;

CREATE TABLE bulk (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    gebruiker INTEGER NOT NULL,
    handeling TEXT NOT NULL,
    terug TEXT NOT NULL,
    gedaan INTEGER NOT NULL,
    teruggedraaid INTEGER
) STRICT;

CREATE TABLE bewaard_filter (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    naam TEXT NOT NULL,
    adres TEXT NOT NULL,                       -- the query of the list
    UNIQUE (gebruiker, naam)
) STRICT;

CREATE TABLE taak_telling (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    eigenaar INTEGER NOT NULL,
    team INTEGER NOT NULL DEFAULT 0,
    stand TEXT NOT NULL CHECK (stand IN ('open', 'wacht')),
    soort TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,
    aantal INTEGER NOT NULL,
    PRIMARY KEY (gemeente, eigenaar, team, stand, soort, uiterlijk)
) STRICT;

CREATE INDEX taak_wachtrij_soort ON taak (gemeente, stand, soort, uiterlijk, id) WHERE eigenaar IS NULL;

CREATE INDEX taak_wachtrij_team ON taak (gemeente, stand, team, uiterlijk, id) WHERE eigenaar IS NULL;

CREATE INDEX taak_wachtrij_team_soort ON taak (gemeente, stand, team, soort, uiterlijk, id) WHERE eigenaar IS NULL;

CREATE INDEX bulk_gebruiker ON bulk (gebruiker, gedaan);

CREATE INDEX termijn_waarschuwing ON termijn (gemeente, stand, waarschuwing);

CREATE UNIQUE INDEX gebeurtenis_vervangt ON gebeurtenis (vervangt) WHERE vervangt IS NOT NULL;

CREATE INDEX toewijzing_vanaf ON toewijzing (gemeente, vanaf);

CREATE INDEX dossier_regisseur ON dossier (regisseur, stand);

CREATE INDEX gezinsband_a_nummer ON gezinsband (gemeente, ander_a_nummer);

CREATE TABLE extra_aanbod (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    toegekend INTEGER NOT NULL,
    reden TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    vastgelegd_door INTEGER NOT NULL,
    vastgelegd_op INTEGER NOT NULL
) STRICT;

CREATE INDEX extra_aanbod_persoon ON extra_aanbod (persoon, vanaf);

CREATE INDEX dossier_van_persoon ON dossier (persoon, id);

CREATE INDEX persoon_bsn_zoek ON persoon (gemeente, bsn_index);

CREATE INDEX taak_eigenaar ON taak (eigenaar, stand, uiterlijk, id) WHERE eigenaar IS NOT NULL;

CREATE TABLE zoekterm (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    woord INTEGER NOT NULL REFERENCES zoekwoord (id),
    jaar INTEGER NOT NULL,                     -- of birth; 0: not known
    persoon INTEGER NOT NULL REFERENCES persoon (id),
    PRIMARY KEY (gemeente, woord, jaar, persoon)
) STRICT;

CREATE INDEX zoekterm_persoon ON zoekterm (persoon, woord);

CREATE INDEX duo_melding_code ON duo_melding (gemeente, code, geregistreerd, id);

CREATE TABLE document_inhoud (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    sleutel BLOB NOT NULL,
    inhoud BLOB NOT NULL,
    PRIMARY KEY (gemeente, sleutel)
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER REFERENCES dossier (id),
    sleutel BLOB NOT NULL,
    naam TEXT NOT NULL,
    mediatype TEXT NOT NULL CHECK (mediatype IN ('application/pdf', 'image/png', 'image/jpeg')),
    omvang INTEGER NOT NULL CHECK (omvang > 0 AND omvang <= 20971520),   -- bytes
    soort TEXT NOT NULL,
    categorie TEXT NOT NULL,
    met_adres INTEGER NOT NULL,
    toegevoegd INTEGER NOT NULL,
    door INTEGER NOT NULL,                          -- 0: the program itself
    FOREIGN KEY (gemeente, sleutel) REFERENCES document_inhoud (gemeente, sleutel)
) STRICT;

CREATE INDEX document_dossier ON document (dossier, toegevoegd, id);

CREATE TABLE brief (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    soort TEXT NOT NULL CHECK (soort IN ('oproep_intake', 'tweede_oproep_intake', 'pip_beschikking', 'afspraak')),
    stand TEXT NOT NULL CHECK (stand IN ('concept', 'verzonden', 'retour')),
    bron TEXT NOT NULL,                        -- what it came from: "pip 123"
    titel TEXT NOT NULL,
    taal TEXT NOT NULL,                        -- of the person, BCP 47; empty: not known
    vertaald INTEGER NOT NULL,
    inhoud BLOB NOT NULL,
    vast BLOB,
    gemaakt_op TEXT NOT NULL,
    gemaakt INTEGER NOT NULL,
    gemaakt_door INTEGER NOT NULL,
    wijze TEXT CHECK (wijze IN ('post', 'uitgereikt', 'digitaal')),
    verzonden_op TEXT,
    verzonden_door INTEGER,
    bezwaar_tot TEXT,
    document INTEGER REFERENCES document (id),
    document_nl INTEGER REFERENCES document (id),
    retour_op TEXT,
    retour_reden TEXT,
    versie INTEGER NOT NULL DEFAULT 1,
    UNIQUE (dossier, bron),
    CHECK ((stand = 'concept') = (verzonden_op IS NULL)),
    CHECK ((stand = 'retour') = (retour_op IS NOT NULL))
) STRICT;

CREATE INDEX brief_dossier ON brief (dossier, gemaakt, id);

CREATE TABLE sjabloon (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    soort TEXT NOT NULL,
    taal TEXT NOT NULL,
    tekst TEXT,
    bij_nl TEXT,
    gemaakt INTEGER NOT NULL,
    door INTEGER NOT NULL
) STRICT;

CREATE INDEX sjabloon_soort ON sjabloon (gemeente, soort, taal, gemaakt);

CREATE TABLE briefhoofd (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    afdeling TEXT NOT NULL,
    adres TEXT NOT NULL,                       -- to write to: "Postbus 1, 5460 AA Veghel"
    bezoekadres TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    website TEXT NOT NULL,
    gemaakt INTEGER NOT NULL,
    door INTEGER NOT NULL
) STRICT;

CREATE INDEX briefhoofd_gemeente ON briefhoofd (gemeente, gemaakt);

CREATE TABLE leefgebied (
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    code TEXT NOT NULL,
    titel TEXT NOT NULL,
    volgorde INTEGER NOT NULL,
    actief INTEGER NOT NULL,
    eigen INTEGER NOT NULL,
    PRIMARY KEY (gemeente, code)
) STRICT;

CREATE TABLE intake (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    begonnen_op TEXT NOT NULL,
    plaats TEXT NOT NULL CHECK (plaats IN ('gemeente', 'azc')),
    begonnen_door INTEGER NOT NULL,
    apart_gesprek_op TEXT,                     -- the right to talk alone was pointed out (Besluit 5.2(2))
    laatste_plek TEXT NOT NULL DEFAULT '',     -- where work stopped: a leefgebied or part of the baseline
    afgerond_op TEXT,
    bij_verstek INTEGER NOT NULL DEFAULT 0,
    afgerond_reden TEXT,                       -- in absence: on what it rests
    afgerond_door INTEGER,
    versie INTEGER NOT NULL DEFAULT 1,
    CHECK (afgerond_op IS NULL OR begonnen_op <= afgerond_op)
) STRICT;

CREATE UNIQUE INDEX intake_open ON intake (dossier) WHERE afgerond_op IS NULL;

CREATE INDEX intake_dossier ON intake (dossier, begonnen_op, id);

CREATE TABLE intake_veld (
    intake INTEGER NOT NULL REFERENCES intake (id),
    onderwerp TEXT NOT NULL,
    veld TEXT NOT NULL,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    tekst TEXT,
    score INTEGER CHECK (score BETWEEN 1 AND 5),
    verzegeld BLOB,
    versie INTEGER NOT NULL,
    gewijzigd_door INTEGER NOT NULL,
    gewijzigd_op INTEGER NOT NULL,
    PRIMARY KEY (intake, onderwerp, veld),
    CHECK (score IS NULL OR veld = 'antwoord'),
    CHECK (veld <> 'antwoord' OR tekst IN ('', 'niet_gevraagd', 'besproken', 'wil_niet', 'niet_van_toepassing'))
) STRICT;

CREATE TABLE intake_opleiding (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    intake INTEGER NOT NULL REFERENCES intake (id),
    land TEXT NOT NULL,
    naam TEXT NOT NULL,
    niveau TEXT NOT NULL,
    jaren INTEGER CHECK (jaren BETWEEN 0 AND 40),
    diploma INTEGER NOT NULL,
    waardering TEXT NOT NULL CHECK (waardering IN ('geen', 'aangevraagd', 'ontvangen')),
    waardering_niveau TEXT,
    versie INTEGER NOT NULL DEFAULT 1,
    weggehaald_op INTEGER,
    CHECK (waardering_niveau IS NULL OR waardering = 'ontvangen')
) STRICT;

CREATE INDEX intake_opleiding_intake ON intake_opleiding (intake);

CREATE TABLE intake_werk (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    intake INTEGER NOT NULL REFERENCES intake (id),
    soort TEXT NOT NULL CHECK (soort IN ('betaald', 'vrijwillig', 'onderneming', 'huishouden')),
    land TEXT NOT NULL,
    beroep TEXT NOT NULL,
    van TEXT,                                  -- YYYY-MM-DD with 00 for unknown parts
    tot TEXT,                                  -- NULL: still
    uren INTEGER CHECK (uren BETWEEN 0 AND 80),     -- a week
    versie INTEGER NOT NULL DEFAULT 1,
    weggehaald_op INTEGER
) STRICT;

CREATE INDEX intake_werk_intake ON intake_werk (intake);

CREATE TABLE intake_taal (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    intake INTEGER NOT NULL REFERENCES intake (id),
    taal TEXT NOT NULL,
    moedertaal INTEGER NOT NULL,
    spreken TEXT NOT NULL CHECK (spreken IN ('niet', 'beetje', 'redelijk', 'goed')),
    lezen TEXT NOT NULL CHECK (lezen IN ('niet', 'beetje', 'redelijk', 'goed')),
    schrijven TEXT NOT NULL CHECK (schrijven IN ('niet', 'beetje', 'redelijk', 'goed')),
    versie INTEGER NOT NULL DEFAULT 1,
    weggehaald_op INTEGER
) STRICT;

CREATE INDEX intake_taal_intake ON intake_taal (intake);

CREATE TABLE intake_onderdeel (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    intake INTEGER NOT NULL REFERENCES intake (id),
    onderdeel TEXT NOT NULL,
    stand TEXT NOT NULL CHECK (stand IN ('open', 'afgedaan', 'niet_relevant')),
    grond TEXT NOT NULL,
    door INTEGER NOT NULL,
    op INTEGER NOT NULL
) STRICT;

CREATE INDEX intake_onderdeel_intake ON intake_onderdeel (intake, onderdeel, id);

CREATE TABLE intake_gesprek (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    intake INTEGER NOT NULL REFERENCES intake (id),
    dag TEXT NOT NULL,
    plaats TEXT NOT NULL CHECK (plaats IN ('gemeente', 'azc', 'thuis', 'elders')),
    wijze TEXT NOT NULL CHECK (wijze IN ('persoonlijk', 'video', 'telefoon')),
    aanwezigen TEXT NOT NULL,
    tolk_wijze TEXT NOT NULL CHECK (tolk_wijze IN ('geen', 'aanwezig', 'telefonisch')),
    tolk_taal TEXT NOT NULL,
    prive INTEGER NOT NULL,
    verslag TEXT,
    verslag_verzegeld BLOB,
    gebruiker INTEGER NOT NULL REFERENCES gebruiker (id),
    versie INTEGER NOT NULL DEFAULT 1,
    gewijzigd_op INTEGER NOT NULL,
    CHECK (prive = 0 OR verslag IS NULL)
) STRICT;

CREATE INDEX intake_gesprek_intake ON intake_gesprek (intake, dag, id);

CREATE TABLE oproep (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    intake INTEGER REFERENCES intake (id),          -- the one that was open when it was sent
    nummer INTEGER NOT NULL CHECK (nummer BETWEEN 1 AND 3),
    verzonden_op TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,                   -- last day to react
    afspraak INTEGER NOT NULL REFERENCES afspraak (id),
    dag TEXT NOT NULL,                         -- of the appointment, as called up
    brief INTEGER,
    uitkomst TEXT NOT NULL DEFAULT 'open'
        CHECK (uitkomst IN ('open', 'verschenen', 'niet_verschenen', 'geldige_reden', 'werkte_niet_mee')),
    uitkomst_op TEXT,
    reden TEXT NOT NULL DEFAULT '',
    uitkomst_door INTEGER,
    verwijtbaar INTEGER,
    verwijt_antwoorden TEXT,
    verwijt_door INTEGER,
    verwijt_op INTEGER,
    voorstel INTEGER REFERENCES taak (id),          -- the task for the jurist
    geen_boete_op TEXT,                        -- the jurist decided on the proposal: no fine
    geen_boete_reden TEXT,
    verzonden_door INTEGER NOT NULL,
    aangemaakt INTEGER NOT NULL,
    CHECK (uitkomst = 'open' OR uitkomst_op IS NOT NULL),
    CHECK (verwijtbaar IS NULL OR uitkomst IN ('niet_verschenen', 'werkte_niet_mee'))
) STRICT;

CREATE UNIQUE INDEX oproep_loopt ON oproep (dossier) WHERE uitkomst = 'open';

CREATE INDEX oproep_dossier ON oproep (dossier, id);

CREATE TABLE leerbaarheidstoets (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    stand TEXT NOT NULL CHECK (stand IN ('aangevraagd', 'ingepland', 'uitslag', 'uitzondering', 'geweigerd')),
    examennummer TEXT NOT NULL,                -- DUO: at most 12 characters
    aangevraagd_op TEXT,
    gepland_op TEXT,
    uitslag TEXT CHECK (uitslag IN ('haalbaar', 'niet_haalbaar', 'onbekend')),
    score INTEGER CHECK (score BETWEEN 0 AND 99999),         -- hundredths: 1250 is "12,50"
    vereist INTEGER CHECK (vereist BETWEEN 0 AND 99999),
    geregistreerd_op TEXT,                     -- DUO registered the result
    uitzondering BLOB,                         -- sealed: ground, thought unable or not, reason
    dag TEXT,                                  -- of the exception or refusal
    reden TEXT NOT NULL,                       -- of the refusal
    duo_gemeld_op TEXT,                        -- the exception was told to DUO
    afwijking TEXT NOT NULL,                   -- why the leerroute differs from the result
    door INTEGER NOT NULL,
    op INTEGER NOT NULL,
    CHECK ((stand = 'uitslag') <= (uitslag IS NOT NULL)),
    CHECK ((stand = 'uitzondering') <= (uitzondering IS NOT NULL))
) STRICT;

CREATE INDEX leerbaarheidstoets_dossier ON leerbaarheidstoets (dossier, id);

CREATE TABLE pip (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    versie INTEGER NOT NULL CHECK (versie > 0),
    stand TEXT NOT NULL CHECK (stand IN ('concept', 'voorgelegd', 'vastgesteld', 'vervangen')),
    gemaakt_door INTEGER NOT NULL,
    gemaakt_op INTEGER NOT NULL,
    voorgelegd_op TEXT,
    dagtekening TEXT,
    vastgesteld_door INTEGER,
    vastgesteld_op INTEGER,
    zonder_handtekening TEXT NOT NULL DEFAULT '',   -- why nobody signed
    deel_leerroute INTEGER NOT NULL DEFAULT 0,
    deel_begeleiding INTEGER NOT NULL DEFAULT 0,
    deel_doelen INTEGER NOT NULL DEFAULT 0,
    deel_afspraken INTEGER NOT NULL DEFAULT 0,
    door_leerroute INTEGER,
    door_begeleiding INTEGER,
    door_doelen INTEGER,
    door_afspraken INTEGER,
    leerroute TEXT NOT NULL CHECK (leerroute IN ('', 'B', 'O', 'Z')),
    leerroute_reden TEXT NOT NULL,
    onderwijs_onderzocht TEXT NOT NULL CHECK (onderwijs_onderzocht IN ('', 'past', 'past_niet')),
    onderwijs_reden TEXT NOT NULL,
    toets_reden TEXT NOT NULL,
    niveau TEXT NOT NULL CHECK (niveau IN ('', 'A2', 'B1')),
    uren INTEGER CHECK (uren BETWEEN 1 AND 9999),
    intensiteit TEXT NOT NULL,
    alfabetisering TEXT NOT NULL CHECK (alfabetisering IN ('', 'A', 'AA', 'NVT')),
    opleiding_afmaken TEXT NOT NULL CHECK (opleiding_afmaken IN ('', 'ja', 'nee')),
    z_examens TEXT NOT NULL,                   -- "LE,LU,SC,SP,KNM", those that are wanted
    aftrek_cursus INTEGER,
    aftrek_participatie INTEGER,
    aftrek_school INTEGER,
    school_vanaf TEXT,
    aftrek_reden TEXT NOT NULL,
    vorige_route TEXT NOT NULL CHECK (vorige_route IN ('', 'B', 'O', 'Z')),
    vorig_niveau TEXT NOT NULL CHECK (vorig_niveau IN ('', 'A2', 'B1')),
    vorige_dagtekening TEXT,
    wijziging_reden TEXT NOT NULL,
    bijzonder_geval TEXT NOT NULL,
    onderwijs_gestopt TEXT,
    uren_nt2 INTEGER,
    uren_intake INTEGER,
    inspanning TEXT NOT NULL CHECK (inspanning IN ('', 'ja', 'nee')),
    b1_haalbaar TEXT NOT NULL CHECK (b1_haalbaar IN ('', 'ja', 'nee')),
    pvt_uren INTEGER,
    pvt TEXT NOT NULL,
    map_uren INTEGER,
    map TEXT NOT NULL,
    begeleiding TEXT NOT NULL,
    gesprekken INTEGER,
    voortgang TEXT NOT NULL,
    vve_nodig TEXT NOT NULL CHECK (vve_nodig IN ('', 'ja', 'nee')),
    vve TEXT NOT NULL,
    ontzorgen TEXT NOT NULL,
    UNIQUE (dossier, versie),
    CHECK ((stand IN ('vastgesteld', 'vervangen')) = (dagtekening IS NOT NULL)),
    CHECK (dagtekening IS NULL OR leerroute <> '')
) STRICT;

CREATE UNIQUE INDEX pip_concept ON pip (dossier) WHERE stand IN ('concept', 'voorgelegd');

CREATE UNIQUE INDEX pip_geldend ON pip (dossier) WHERE stand = 'vastgesteld';

CREATE TABLE pip_doel (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    pip INTEGER NOT NULL REFERENCES pip (id),
    leefgebied TEXT NOT NULL,                  -- code of the brede intake
    termijn TEXT NOT NULL CHECK (termijn IN ('kort', 'midden', 'lang')),
    tekst TEXT,
    tekst_verzegeld BLOB
) STRICT;

CREATE INDEX pip_doel_pip ON pip_doel (pip, id);

CREATE TABLE pip_afspraak (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    pip INTEGER NOT NULL REFERENCES pip (id),
    wat TEXT NOT NULL,
    wie TEXT NOT NULL,
    dag TEXT,
    grondslag TEXT NOT NULL CHECK (grondslag IN ('Wi', 'Pw'))
) STRICT;

CREATE INDEX pip_afspraak_pip ON pip_afspraak (pip, id);

CREATE TABLE pip_handtekening (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    pip INTEGER NOT NULL REFERENCES pip (id),
    inhoud INTEGER NOT NULL,
    wijze TEXT NOT NULL CHECK (wijze IN ('tekening', 'naam', 'document')),
    naam TEXT NOT NULL,
    tekening TEXT NOT NULL,
    document INTEGER REFERENCES document (id),
    dag TEXT NOT NULL,
    door INTEGER NOT NULL,
    op INTEGER NOT NULL,
    CHECK ((wijze = 'tekening') = (tekening <> '')),
    CHECK ((wijze = 'document') = (document IS NOT NULL))
) STRICT;

CREATE INDEX pip_handtekening_pip ON pip_handtekening (pip, id);

CREATE TABLE pip_oorzaak (
    id INTEGER PRIMARY KEY,
    gemeente INTEGER NOT NULL REFERENCES gemeente (id),
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    tekst TEXT NOT NULL,
    door INTEGER NOT NULL,
    op INTEGER NOT NULL
) STRICT;

CREATE INDEX pip_oorzaak_dossier ON pip_oorzaak (dossier, id);

CREATE INDEX termijn_pip ON termijn (gemeente, uiterlijk, dossier) WHERE soort = 'pip';
