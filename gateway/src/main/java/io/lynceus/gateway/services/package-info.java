/// The suite's services over HTTP, each behind a timeout, a retry and a circuit breaker.
@NullMarked
package io.lynceus.gateway.services;

import org.jspecify.annotations.NullMarked;
