/// The event stream over HTTP: server-sent events, filters, and the replay for clients that reconnect.
@NullMarked
package io.lynceus.gateway.stream.rest;

import org.jspecify.annotations.NullMarked;
