-- A word with a birth year finds its bearers of that year at once; the words of one person are checked from its own index.

DROP INDEX zoekterm_persoon;
ALTER TABLE zoekterm RENAME TO zoekterm_oud;
CREATE TABLE zoekterm (
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    woord {id} NOT NULL REFERENCES zoekwoord (id),
    jaar INTEGER NOT NULL,                     -- of birth; 0: not known
    persoon {id} NOT NULL REFERENCES persoon (id),
    PRIMARY KEY (gemeente, woord, jaar, persoon)
);
INSERT INTO zoekterm (gemeente, woord, jaar, persoon)
SELECT t.gemeente, t.woord, CAST(substr(p.geboortedatum, 1, 4) AS INTEGER), t.persoon
FROM zoekterm_oud t JOIN persoon p ON p.id = t.persoon;
DROP TABLE zoekterm_oud;
CREATE INDEX zoekterm_persoon ON zoekterm (persoon, woord);
-- rls zoekterm

-- The notices of one code, also when it is a rare one.
CREATE INDEX duo_melding_code ON duo_melding (gemeente, code, geregistreerd, id);
