/// Volunteers' labels: who named which class for which source, and what they agree on.
///
/// Start at [io.lynceus.labels.Ballots]; the consensus is [io.lynceus.labels.MajorityMethod].
@NullMarked
package io.lynceus.labels;

import org.jspecify.annotations.NullMarked;
