/// The stream: `enhanced-detections` in, `featured-detections` out. Start with [EnhancedDetectionConsumer].
@NullMarked
package io.lynceus.feature.messaging;

import org.jspecify.annotations.NullMarked;
