-- Who said so: a list of the BRP may take back only its own ties, never what a user wrote. "omgekeerd": made because
-- the other one named this person; it goes when that tie goes.

ALTER TABLE gezinsband ADD COLUMN herkomst {text} NOT NULL DEFAULT 'brp'
    CHECK (herkomst IN ('brp', 'hand', 'duo', 'coa', 'demo', 'omgekeerd'));
