package io.lynceus.crossmatch.source;

import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.source.AssociationOutcome.Agreement;
import java.util.Collection;
import java.util.List;

/// A source that may be another one.
///
/// @param candidates the sources that it may be, the most probable first
public record DoubtfulSource(XraySource source, List<Agreement> candidates) {
    public DoubtfulSource {
        candidates = List.copyOf(candidates);
    }

    /// Compares a doubtful source with the others.
    ///
    /// @param known at least all sources within whose reach a cell of the source lies; others change nothing
    public static DoubtfulSource of(AssociationPolicy policy, XraySource source, Collection<XraySource> known) {
        LocatedDetection there = source.sharpest();
        return new DoubtfulSource(source, policy.candidates(there, known));
    }
}
