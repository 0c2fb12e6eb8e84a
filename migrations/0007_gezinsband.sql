-- Who said so: a list of the BRP may take back only its own ties, never what a user wrote. "omgekeerd": made because
-- the other one named this person; it goes when that tie goes.

ALTER TABLE gezinsband ADD COLUMN herkomst {text} NOT NULL DEFAULT 'brp'
    CHECK (herkomst IN ('brp', 'hand', 'duo', 'coa', 'demo', 'omgekeerd'));
-- A list may name a relative by A-number only: then that is how the tie is made when the relative comes here.
ALTER TABLE gezinsband ADD COLUMN ander_a_nummer {text};
CREATE INDEX gezinsband_a_nummer ON gezinsband (gemeente, ander_a_nummer);
