/// PostgreSQL: the latest classification of every source, the history behind it, and which models are active.
@NullMarked
package io.lynceus.classifier.storage;

import org.jspecify.annotations.NullMarked;
