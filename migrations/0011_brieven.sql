-- Documents of a file, letters and their templates.

-- The bytes, sealed, once a municipality: `sleutel` is a keyed hash of the content.
CREATE TABLE document_inhoud (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    sleutel {blob} NOT NULL,
    inhoud {blob} NOT NULL,
    PRIMARY KEY (gemeente, sleutel)
);
-- rls document_inhoud

-- A document as it lies in a file. `categorie` is the field category that a reader must have; `met_adres`: hidden as
-- the address is (geheimhouding).
CREATE TABLE document (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} REFERENCES dossier (id),
    sleutel {blob} NOT NULL,
    naam {text} NOT NULL,
    mediatype {text} NOT NULL CHECK (mediatype IN ('application/pdf', 'image/png', 'image/jpeg')),
    omvang {id} NOT NULL CHECK (omvang > 0 AND omvang <= 20971520),   -- bytes
    soort {text} NOT NULL,
    categorie {text} NOT NULL,
    met_adres {bool} NOT NULL,
    toegevoegd {timestamp} NOT NULL,
    door {id} NOT NULL,                          -- 0: the program itself
    FOREIGN KEY (gemeente, sleutel) REFERENCES document_inhoud (gemeente, sleutel)
);
CREATE INDEX document_dossier ON document (dossier, toegevoegd, id);
-- rls document

-- A letter. `inhoud` is sealed JSON: the text of the template as it was then, and the values; `vast` what brieven itself
-- filled in on the day it was sent.
CREATE TABLE brief (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    dossier {id} NOT NULL REFERENCES dossier (id),
    soort {text} NOT NULL CHECK (soort IN ('oproep_intake', 'tweede_oproep_intake', 'pip_beschikking', 'afspraak')),
    stand {text} NOT NULL CHECK (stand IN ('concept', 'verzonden', 'retour')),
    bron {text} NOT NULL,                        -- what it came from: "pip 123"
    titel {text} NOT NULL,
    taal {text} NOT NULL,                        -- of the person, BCP 47; empty: not known
    vertaald {bool} NOT NULL,
    inhoud {blob} NOT NULL,
    vast {blob},
    gemaakt_op {date} NOT NULL,
    gemaakt {timestamp} NOT NULL,
    gemaakt_door {id} NOT NULL,
    wijze {text} CHECK (wijze IN ('post', 'uitgereikt', 'digitaal')),
    verzonden_op {date},
    verzonden_door {id},
    bezwaar_tot {date},
    document {id} REFERENCES document (id),
    document_nl {id} REFERENCES document (id),
    retour_op {date},
    retour_reden {text},
    versie {id} NOT NULL DEFAULT 1,
    UNIQUE (dossier, bron),
    CHECK ((stand = 'concept') = (verzonden_op IS NULL)),
    CHECK ((stand = 'retour') = (retour_op IS NOT NULL))
);
CREATE INDEX brief_dossier ON brief (dossier, gemaakt, id);
-- rls brief

-- Texts of a municipality; only added, the last one counts. `tekst` NULL: back to the text of the program. A translation
-- keeps the Dutch text it was made of: where that has changed, the translation of that part is out of date.
CREATE TABLE sjabloon (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    soort {text} NOT NULL,
    taal {text} NOT NULL,
    tekst {text},
    bij_nl {text},
    gemaakt {timestamp} NOT NULL,
    door {id} NOT NULL
);
CREATE INDEX sjabloon_soort ON sjabloon (gemeente, soort, taal, gemaakt);
-- rls sjabloon

-- What stands at the top of every letter; only added, the last one counts.
CREATE TABLE briefhoofd (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    afdeling {text} NOT NULL,
    adres {text} NOT NULL,                       -- to write to: "Postbus 1, 5460 AA Veghel"
    bezoekadres {text} NOT NULL,
    telefoon {text} NOT NULL,
    website {text} NOT NULL,
    gemaakt {timestamp} NOT NULL,
    door {id} NOT NULL
);
CREATE INDEX briefhoofd_gemeente ON briefhoofd (gemeente, gemaakt);
-- rls briefhoofd
