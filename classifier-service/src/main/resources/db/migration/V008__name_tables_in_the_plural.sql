-- As in the other services: a table is named by what its rows are, in the plural.
ALTER TABLE activation RENAME TO activations;
ALTER TABLE classification RENAME TO classifications;
ALTER TABLE source RENAME TO sources;
ALTER TABLE retired_source RENAME TO retired_sources;
ALTER TABLE consensus_label RENAME TO consensus_labels;
