-- Work in the background, taken under a lease (platform/jobs).

CREATE TABLE job (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL,                      -- 0: of no municipality
    soort {text} NOT NULL,
    inhoud {text} NOT NULL,
    eenmalig {text},                             -- unique among jobs that are not done
    stand {text} NOT NULL CHECK (stand IN ('wacht', 'bezig', 'klaar', 'mislukt')),
    poging {id} NOT NULL DEFAULT 0,
    niet_voor {timestamp} NOT NULL,
    lease_tot {timestamp},
    lease_van {text},
    fout {text},
    aangemaakt {timestamp} NOT NULL,
    klaar_op {timestamp}
);
CREATE INDEX job_aan_de_beurt ON job (stand, niet_voor);
CREATE UNIQUE INDEX job_eenmalig ON job (eenmalig) WHERE stand IN ('wacht', 'bezig');
