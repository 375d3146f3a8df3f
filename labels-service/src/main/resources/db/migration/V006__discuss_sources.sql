-- How fast somebody votes.
CREATE INDEX votes_in_time ON votes (voter, cast_at);

-- What people say about sources. What a moderator has decided on (moderated) reports hide no more; open_reports are
-- those since then.
CREATE TABLE comments (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id    text NOT NULL REFERENCES subjects,
    author       text NOT NULL,
    key          text NOT NULL,
    body         text NOT NULL,
    written_at   timestamptz NOT NULL,
    hidden       boolean NOT NULL DEFAULT false,
    moderated    boolean NOT NULL DEFAULT false,
    open_reports integer NOT NULL DEFAULT 0,
    UNIQUE (author, key)
);
CREATE INDEX comments_of_source ON comments (source_id, id);
CREATE INDEX comments_in_time ON comments (author, written_at);
CREATE INDEX comments_reported ON comments (open_reports DESC, id) WHERE open_reports > 0;

CREATE TABLE comment_reports (
    comment_id  bigint NOT NULL REFERENCES comments,
    reporter    text NOT NULL,
    reason      text,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (comment_id, reporter)
);
CREATE INDEX comment_reports_in_time ON comment_reports (reporter, reported_at);

-- decided_by is null where reports hid the comment.
CREATE TABLE comment_decisions (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    comment_id bigint NOT NULL REFERENCES comments,
    hidden     boolean NOT NULL,
    decided_by text,
    reason     text NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX comment_decisions_of_comment ON comment_decisions (comment_id, id);
CREATE INDEX comment_decisions_by_people ON comment_decisions (decided_by) WHERE decided_by IS NOT NULL;
