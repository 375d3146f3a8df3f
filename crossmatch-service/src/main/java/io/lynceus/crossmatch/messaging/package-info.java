/// Detections off the stream, enhanced detections onto it, and their JSON.
@NullMarked
package io.lynceus.crossmatch.messaging;

import org.jspecify.annotations.NullMarked;
