/// A real Kafka broker and a real PostgreSQL, each a child process that dies with its parent.
///
/// Start at [io.lynceus.engines.KafkaEngine] and {@link io.lynceus.engines.PostgresEngine}; both use
/// [io.lynceus.engines.Child], which is free for other processes too. A child outlives no parent: a watchdog beside it
/// ends it as soon as the parent is gone, SIGKILL included. If the watchdog is gone too, the next start on the same pid
/// file ends the leftover.
@NullMarked
package io.lynceus.engines;

import org.jspecify.annotations.NullMarked;
