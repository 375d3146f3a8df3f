package io.lynceus.labels;

import java.util.Optional;

/// A change of a source's consensus that the rest of the suite is to know.
///
/// @param revision number of changes so far, from 1; a larger one describes a later state
/// @param consensus empty when the votes agree no longer
public record Announcement(String sourceId, long revision, Optional<Consensus> consensus) {}
