-- Who said so: a list of the BRP may take back only its own ties, never what a user wrote. "omgekeerd": made because
-- the other one named this person; it goes when that tie goes.

ALTER TABLE gezinsband ADD COLUMN herkomst {text} NOT NULL DEFAULT 'brp'
    CHECK (herkomst IN ('brp', 'hand', 'duo', 'coa', 'demo', 'omgekeerd'));
-- A list may name a relative by A-number only: then that is how the tie is made when the relative comes here.
ALTER TABLE gezinsband ADD COLUMN ander_a_nummer {text};
CREATE INDEX gezinsband_a_nummer ON gezinsband (gemeente, ander_a_nummer);

-- Whether somebody gets parts of the offer that the law does not give this group (local policy gm.extra_aanbod): a
-- decision per case, only added; the latest is in force.
CREATE TABLE extra_aanbod (
    id {id} PRIMARY KEY,
    gemeente {id} NOT NULL REFERENCES gemeente (id),
    persoon {id} NOT NULL REFERENCES persoon (id),
    toegekend {bool} NOT NULL,
    reden {text} NOT NULL,
    vanaf {date} NOT NULL,
    vastgelegd_door {id} NOT NULL,
    vastgelegd_op {timestamp} NOT NULL
);
CREATE INDEX extra_aanbod_persoon ON extra_aanbod (persoon, vanaf);
-- rls extra_aanbod
