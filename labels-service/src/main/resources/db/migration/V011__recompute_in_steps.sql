-- The recomputation that is under way: posteriors and skill are not in step until it has ended.
ALTER TABLE crowd ADD COLUMN recomputation uuid;
-- Marking a vote as counted keeps to its page, so that no index is written.
ALTER TABLE votes SET (fillfactor = 80);
