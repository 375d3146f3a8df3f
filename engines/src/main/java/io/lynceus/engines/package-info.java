/// A real Kafka broker and a real PostgreSQL, each a child process that dies with its parent.
///
/// Start at [io.lynceus.engines.KafkaEngine] and {@link io.lynceus.engines.PostgresEngine}; both stand on
/// [io.lynceus.engines.Child], which anyone may use who keeps processes of their own.
/// A child outlives no parent: a watchdog beside it ends it as soon as the parent is gone, SIGKILL included,
/// and should the watchdog be gone too, the next start on the same pid file ends what was left over.
@NullMarked
package io.lynceus.engines;

import org.jspecify.annotations.NullMarked;
