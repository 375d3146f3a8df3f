-- Who was sent to a provider to log in. As with sessions, a key is known to its browser only; here is its SHA-256.
CREATE TABLE login_attempts (
    key_hash      bytea       PRIMARY KEY CHECK (octet_length(key_hash) = 32),
    provider      text        NOT NULL,
    state         text        NOT NULL,
    nonce         text        NOT NULL,
    code_verifier text        NOT NULL,
    expires_at    timestamptz NOT NULL
);

CREATE INDEX login_attempts_by_expiry ON login_attempts (expires_at);

-- Who came back and has no account yet.
CREATE TABLE newcomers (
    key_hash   bytea       PRIMARY KEY CHECK (octet_length(key_hash) = 32),
    provider   text        NOT NULL,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX newcomers_by_expiry ON newcomers (expires_at);
