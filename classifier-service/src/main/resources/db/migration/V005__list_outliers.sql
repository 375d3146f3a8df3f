-- Share of held-out sources of the class that are at least as unusual; null where the model does not know.
ALTER TABLE source ADD COLUMN outlier_false_alarm double precision;
CREATE INDEX source_by_outlier ON source (outlier_false_alarm, (-outlier_measure), source_id)
    WHERE outlier_false_alarm IS NOT NULL;
