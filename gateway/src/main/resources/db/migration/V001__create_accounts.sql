CREATE TABLE accounts (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    -- The name in lower case: nobody goes by another's name in other letters.
    name_key   text        NOT NULL UNIQUE,
    -- Argon2id in PHC string format; NULL for those who log in elsewhere.
    password   text,
    issuer     text,
    subject    text,
    role       text        NOT NULL CHECK (role IN ('volunteer', 'astronomer', 'operator')),
    created_at timestamptz NOT NULL,
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK ((password IS NULL) = (issuer IS NOT NULL))
);

-- A session's key is known to its browser only; here is its SHA-256.
CREATE TABLE sessions (
    key_hash     bytea       PRIMARY KEY CHECK (octet_length(key_hash) = 32),
    account_id   bigint      REFERENCES accounts ON DELETE CASCADE,
    guest_name   text        UNIQUE,
    guest_labels int         NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    CHECK ((account_id IS NULL) = (guest_name IS NOT NULL))
);

CREATE INDEX sessions_of_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE api_tokens (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
    name       text        NOT NULL,
    key_hash   bytea       NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
    scopes     text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    UNIQUE (account_id, name)
);
