/// One hop of the stream: batches of records in, records out, nothing lost and nothing twice.
///
/// Start at [io.lynceus.runtime.step.Step].
@NullMarked
package io.lynceus.runtime.step;

import org.jspecify.annotations.NullMarked;
