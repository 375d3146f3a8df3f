/// The event stream read from Kafka, and the backlog of the services' consumer groups.
@NullMarked
package io.lynceus.gateway.stream.messaging;

import org.jspecify.annotations.NullMarked;
