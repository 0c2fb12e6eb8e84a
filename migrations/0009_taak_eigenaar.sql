-- The team queue of one municipality must not be looked for among the tasks without owner of all municipalities.

DROP INDEX taak_eigenaar;
CREATE INDEX taak_eigenaar ON taak (eigenaar, stand, uiterlijk, id) WHERE eigenaar IS NOT NULL;
