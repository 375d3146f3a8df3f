/// A real Kafka broker and a real PostgreSQL as child processes.
@NullMarked
package io.lynceus.engines;

import org.jspecify.annotations.NullMarked;
