/// Votes over HTTP, as the gateway calls it.
@NullMarked
package io.lynceus.labels.rest;

import org.jspecify.annotations.NullMarked;
