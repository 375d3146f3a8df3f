/// Detections onto their Kafka topic.
@NullMarked
package io.lynceus.gateway.detections.messaging;

import org.jspecify.annotations.NullMarked;
