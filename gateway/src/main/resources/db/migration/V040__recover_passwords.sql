-- One-time codes by which owners of accounts set a new password in place of a lost one, the latest of each account.
-- Whoever was given a code knows it; here is its SHA-256.
CREATE TABLE recovery_codes (
    account_id bigint      PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    code_hash  bytea       NOT NULL CHECK (octet_length(code_hash) = 32),
    expires_at timestamptz NOT NULL
);

CREATE INDEX recovery_codes_by_expiry ON recovery_codes (expires_at);
