-- The larger revision of an epoch's association counts.
ALTER TABLE epochs ADD COLUMN association_revision integer NOT NULL DEFAULT 1;

-- No source: the epoch has left one, and word of where it went is on its way.
ALTER TABLE epochs ALTER COLUMN source_id DROP NOT NULL;

-- The largest revision that a source had when an epoch left it: its numbers only grow.
ALTER TABLE sources ADD COLUMN revision bigint NOT NULL DEFAULT 0;

-- All its epochs belong to another source, and nothing is said of it any more.
ALTER TABLE sources ADD COLUMN merged boolean NOT NULL DEFAULT false;
