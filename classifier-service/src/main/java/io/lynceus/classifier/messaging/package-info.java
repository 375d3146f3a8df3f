/// The stream: featured detections in, classified detections out.
@NullMarked
package io.lynceus.classifier.messaging;

import org.jspecify.annotations.NullMarked;
