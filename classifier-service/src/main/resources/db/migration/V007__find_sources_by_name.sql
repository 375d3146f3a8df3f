-- By how a name begins, in upper and lower case. Before the first ANALYZE nothing is known of what is indexed, and the
-- planner would rather walk through all sources.
CREATE INDEX source_by_name ON source (lower(name) text_pattern_ops);
ANALYZE source;
