/// Batches read entry by entry: what can be read goes on, and each refusal stays at its place.
///
/// Start with [io.lynceus.runtime.batch.BatchReading].
@NullMarked
package io.lynceus.runtime.batch;

import org.jspecify.annotations.NullMarked;
