/// Volunteers' labels: who named which class for which source, and what they agree on.
///
/// Start at [io.lynceus.labels.Ballots]; the consensus is made in [io.lynceus.labels.Crowd], by the kernel
/// [io.lynceus.labels.consensus].
@NullMarked
package io.lynceus.labels;

import org.jspecify.annotations.NullMarked;
