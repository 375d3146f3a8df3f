package io.lynceus.labels;

import java.util.Optional;

/// A change of a source's consensus, to be sent to the rest of the suite.
///
/// @param revision number of changes so far, from 1; a larger one describes a later state
/// @param consensus empty when the votes do not agree any longer
public record Announcement(String sourceId, long revision, Optional<Consensus> consensus) {}
