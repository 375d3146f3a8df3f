-- When every detection that was there before the activation is classified anew.
ALTER TABLE activation ADD COLUMN reclassified_at timestamptz;
UPDATE activation SET reclassified_at = activated_at;
