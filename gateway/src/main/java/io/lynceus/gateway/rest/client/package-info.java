/// One REST client for each service, each call guarded by a timeout, one retry and a circuit breaker.
///
/// Start at [io.lynceus.gateway.rest.client.Guarded].
@NullMarked
package io.lynceus.gateway.rest.client;

import org.jspecify.annotations.NullMarked;
