package io.lynceus.benchmarks.association;

/// Sources made against sources true, in pairs of detections.
///
/// @param trueSources that there are
/// @param whole true sources with all their detections in one source that holds no other's
/// @param truePairs of detections of one true source
/// @param pairsMade pairs of detections joined to one source
/// @param rightPairs pairs that are both
/// @param sources made
/// @param doubtful of them
/// @param changes of associations after the first
record AssociationQuality(
        long trueSources,
        long whole,
        long truePairs,
        long pairsMade,
        long rightPairs,
        long sources,
        long doubtful,
        long changes) {
    static final AssociationQuality NONE = new AssociationQuality(0, 0, 0, 0, 0, 0, 0, 0);

    long falsePairs() {
        return pairsMade - rightPairs;
    }

    long missedPairs() {
        return truePairs - rightPairs;
    }

    AssociationQuality plus(AssociationQuality other) {
        return new AssociationQuality(
                trueSources + other.trueSources,
                whole + other.whole,
                truePairs + other.truePairs,
                pairsMade + other.pairsMade,
                rightPairs + other.rightPairs,
                sources + other.sources,
                doubtful + other.doubtful,
                changes + other.changes);
    }
}
