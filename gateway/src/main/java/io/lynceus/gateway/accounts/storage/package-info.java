/// Accounts, sessions, tokens and pending logins in PostgreSQL, and the hashing of passwords.
@NullMarked
package io.lynceus.gateway.accounts.storage;

import org.jspecify.annotations.NullMarked;
