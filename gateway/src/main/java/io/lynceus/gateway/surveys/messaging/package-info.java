/// Rows of surveys as wire records, and the results of published rows from Kafka.
@NullMarked
package io.lynceus.gateway.surveys.messaging;

import org.jspecify.annotations.NullMarked;
