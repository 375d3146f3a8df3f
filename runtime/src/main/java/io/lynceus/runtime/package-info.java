/// What every service runs on: the Kafka batch step, dead letters, problem documents, transactions.
@NullMarked
package io.lynceus.runtime;

import org.jspecify.annotations.NullMarked;
