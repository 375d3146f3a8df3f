/// Detections out, classifications in.
@NullMarked
package io.lynceus.gateway.messaging;

import org.jspecify.annotations.NullMarked;
