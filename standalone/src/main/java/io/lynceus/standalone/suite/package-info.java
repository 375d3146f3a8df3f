/// The suite on one machine: Kafka, PostgreSQL and the services as supervised processes, in one folder.
///
/// Start with [Suite].
@NullMarked
package io.lynceus.standalone.suite;

import org.jspecify.annotations.NullMarked;
