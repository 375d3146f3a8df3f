/// Volunteers' votes for sources: their consensus, its announcement, and the retirement of sources.
///
/// Votes arrive through [io.lynceus.labels.voting.Ballots]. [io.lynceus.labels.Crowd] settles the voted sources with
/// the methods of [io.lynceus.labels.consensus]. [io.lynceus.labels.Announcements] hold each change of a consensus
/// until it is sent.
@NullMarked
package io.lynceus.labels;

import org.jspecify.annotations.NullMarked;
