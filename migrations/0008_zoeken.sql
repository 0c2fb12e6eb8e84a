-- Finding people stays flat at a million of them: an index for each way in that had only a partial one.

CREATE INDEX dossier_van_persoon ON dossier (persoon, id);
CREATE INDEX persoon_bsn_zoek ON persoon (gemeente, bsn_index);
