-- Contact moments say how, with whom, how long and with which interpreter; assignments of a coming day are found by day.

ALTER TABLE gebeurtenis ADD COLUMN contact_wijze {text};   -- kantoor, huisbezoek, telefoon, video, bericht, anders
ALTER TABLE gebeurtenis ADD COLUMN contact_met {text};     -- empty: the inburgeraar
ALTER TABLE gebeurtenis ADD COLUMN contact_minuten {id};
ALTER TABLE gebeurtenis ADD COLUMN contact_tolk {text};    -- geen, aanwezig, telefonisch

CREATE UNIQUE INDEX gebeurtenis_vervangt ON gebeurtenis (vervangt) WHERE vervangt IS NOT NULL;
CREATE INDEX toewijzing_vanaf ON toewijzing (gemeente, vanaf);
CREATE INDEX dossier_regisseur ON dossier (regisseur, stand);
