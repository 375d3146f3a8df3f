-- By how much the classifier is too sure of itself, at least 1, from the sources of known class.
ALTER TABLE crowd ADD COLUMN classifier_temperature double precision NOT NULL DEFAULT 1;
