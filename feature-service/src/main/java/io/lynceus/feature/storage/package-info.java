/// The service's PostgreSQL database: every epoch of every source. Start with [PostgresEpochStore].
@NullMarked
package io.lynceus.feature.storage;

import org.jspecify.annotations.NullMarked;
