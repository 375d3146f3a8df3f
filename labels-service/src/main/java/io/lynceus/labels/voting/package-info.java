/// Votes: the answers a user can give, one vote of a user for a source, and votes counted by answer.
///
/// Start at [io.lynceus.labels.voting.Ballots].
@NullMarked
package io.lynceus.labels.voting;

import org.jspecify.annotations.NullMarked;
