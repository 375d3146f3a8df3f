/// Votes, subjects and the outbox in PostgreSQL.
@NullMarked
package io.lynceus.labels.storage;

import org.jspecify.annotations.NullMarked;
