/// Imports and exports of votes in PostgreSQL.
@NullMarked
package io.lynceus.labels.exchange.storage;

import org.jspecify.annotations.NullMarked;
