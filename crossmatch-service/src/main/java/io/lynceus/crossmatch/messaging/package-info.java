/// The hop of the stream from `detections` to `enhanced-detections`, and the JSON of both.
@NullMarked
package io.lynceus.crossmatch.messaging;

import org.jspecify.annotations.NullMarked;
