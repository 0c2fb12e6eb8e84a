-- Municipalities, their users, and everything that lets us say afterwards who saw or did what.

CREATE TABLE gemeente (
    id {id} PRIMARY KEY,
    code {text} NOT NULL UNIQUE,                 -- table 33 of the BRP: 1948 is Meierijstad
    naam {text} NOT NULL,
    tweede_factor {text} NOT NULL DEFAULT 'beheer' CHECK (tweede_factor IN ('allen', 'beheer', 'niemand')),
    sleutelproef {blob}                          -- a sealed constant: tells a wrong key file at once
);

CREATE TABLE team (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    naam {text} NOT NULL,
    UNIQUE (gemeente, naam)
);

CREATE TABLE gebruiker (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    gebruikersnaam {text} NOT NULL UNIQUE,       -- lower case; across municipalities, so that log-in need not ask
    naam {text} NOT NULL,
    rol {text} NOT NULL,
    team {id} REFERENCES team (id),
    persoon {id},                                -- when this employee is known as a person here: own and family file are barred
    bsn_index {blob},                            -- keyed index of the own BSN, for the same bar when the person is not known yet
    wachtwoord_hash {text},                      -- Argon2id; NULL: cannot log in with a password
    wachtwoord_op {timestamp},
    totp_geheim {blob},                          -- sealed; NULL: no second factor yet
    totp_stap {id},                              -- last accepted 30-second step: a code works once
    actief {bool} NOT NULL,
    mislukt {id} NOT NULL DEFAULT 0,             -- wrong passwords since the last right one
    geblokkeerd_tot {timestamp},
    taal {text} NOT NULL DEFAULT 'nl',
    aangemaakt {timestamp} NOT NULL,
    versie {id} NOT NULL DEFAULT 1
);
CREATE INDEX gebruiker_gemeente ON gebruiker (gemeente, naam);

CREATE TABLE herstelcode (
    id {id} PRIMARY KEY,
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    code_hash {blob} NOT NULL,
    gebruikt_op {timestamp}
);
CREATE INDEX herstelcode_gebruiker ON herstelcode (gebruiker);

CREATE TABLE sessie (
    id {id} PRIMARY KEY,
    sleutel_hash {blob} NOT NULL UNIQUE,         -- of the cookie: a stolen table opens no session
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    volledig {bool} NOT NULL,                    -- false: password done, second factor not
    csrf_sleutel {blob} NOT NULL,
    aangemaakt {timestamp} NOT NULL,
    laatst_gezien {timestamp} NOT NULL,
    herkomst {text} NOT NULL
);
CREATE INDEX sessie_gebruiker ON sessie (gebruiker);

CREATE TABLE inlogpoging (
    id {id} PRIMARY KEY,
    adres {text} NOT NULL,                       -- of the peer, never from a header that a client can write
    tijdstip {timestamp} NOT NULL
);
CREATE INDEX inlogpoging_adres ON inlogpoging (adres, tijdstip);

-- A form that was being filled in when the session ended; given back after logging in again. Sealed.
CREATE TABLE bewaard_formulier (
    id {id} PRIMARY KEY,
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    pad {text} NOT NULL,
    inhoud {blob} NOT NULL,
    bewaard_op {timestamp} NOT NULL
);
CREATE INDEX bewaard_formulier_gebruiker ON bewaard_formulier (gebruiker);

-- A form is sent once: a second click finds its key taken.
CREATE TABLE verzonden_formulier (
    sleutel {text} PRIMARY KEY,
    gebruiker {id} NOT NULL,
    antwoord {text} NOT NULL,                    -- where the first one led to
    tijdstip {timestamp} NOT NULL
);

-- Why a file outside the own caseload is open to somebody, and until when.
CREATE TABLE toegang (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    gebruiker {id} NOT NULL REFERENCES gebruiker (id),
    dossier {id} NOT NULL,
    doel {text} NOT NULL,
    reden {text} NOT NULL,
    vanaf {timestamp} NOT NULL,
    tot {timestamp} NOT NULL,
    nagekeken_door {id} REFERENCES gebruiker (id),
    nagekeken_op {timestamp},
    oordeel {text}
);
CREATE INDEX toegang_gebruiker ON toegang (gebruiker, dossier, tot);
CREATE INDEX toegang_gemeente ON toegang (gemeente, doel, vanaf);
-- rls toegang

-- Head of a hash chain; its row is the lock that orders writers of one chain.
CREATE TABLE keten (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    naam {text} NOT NULL CHECK (naam IN ('audit', 'leeslog')),
    volgnummer {id} NOT NULL,
    hash {blob} NOT NULL,
    PRIMARY KEY (gemeente, naam)
);

CREATE TABLE audit (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    volgnummer {id} NOT NULL,
    tijdstip {timestamp} NOT NULL,
    gebruiker {id} NOT NULL,                     -- 0: the program itself
    handeling {text} NOT NULL,
    soort {text} NOT NULL,
    voorwerp {id} NOT NULL,
    gegevens {json} NOT NULL,
    hash {blob} NOT NULL,                        -- of the previous hash and this row
    PRIMARY KEY (gemeente, volgnummer)
);
CREATE INDEX audit_voorwerp ON audit (gemeente, soort, voorwerp, volgnummer);
-- rls audit

CREATE TABLE leeslog (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    volgnummer {id} NOT NULL,
    tijdstip {timestamp} NOT NULL,
    gebruiker {id} NOT NULL,
    persoon {id},
    dossier {id},
    doel {text} NOT NULL,
    handeling {text} NOT NULL,
    resultaat {text} NOT NULL,
    herkomst {text} NOT NULL,
    hash {blob} NOT NULL,
    PRIMARY KEY (gemeente, volgnummer)
);
CREATE INDEX leeslog_persoon ON leeslog (gemeente, persoon, volgnummer);
CREATE INDEX leeslog_gebruiker ON leeslog (gemeente, gebruiker, volgnummer);
-- rls leeslog
