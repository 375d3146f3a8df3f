ALTER TABLE source RENAME TO sources;
ALTER TABLE source_cell RENAME TO source_cells;
ALTER TABLE detection RENAME TO detections;
ALTER TABLE reassociation RENAME TO reassociations;

-- For an instance of the version before, which still runs while this one takes over. Later versions may drop them.
CREATE VIEW source AS SELECT * FROM sources;
CREATE VIEW source_cell AS SELECT * FROM source_cells;
CREATE VIEW detection AS SELECT * FROM detections;
CREATE VIEW reassociation AS SELECT * FROM reassociations;
