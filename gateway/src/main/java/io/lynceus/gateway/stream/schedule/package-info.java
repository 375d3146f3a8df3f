/// The heartbeat of the event stream.
@NullMarked
package io.lynceus.gateway.stream.schedule;

import org.jspecify.annotations.NullMarked;
