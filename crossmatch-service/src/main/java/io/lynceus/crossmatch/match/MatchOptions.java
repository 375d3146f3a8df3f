package io.lynceus.crossmatch.match;

/// How associations are listed and judged.
///
/// @param widestPairArcsec members of an association are closer to each other than this [arcsec], > 0, positive
///     infinity for no limit; NWAY's `--radius`
/// @param secondaryRatio an association with a `p_i` above this share of the best one's is flagged 2, in [0, 1];
///     NWAY's `--acceptable-prob`
/// @param credit for what an association leaves out
/// @param leastOdds 0 lists every association. Above 0, the source with one entry is always listed, but a further entry
///     is skipped if its odds, times the best that could still follow, are below this. The sum of all weights is then
///     too small by less than this times the number of candidates, relative
public record MatchOptions(double widestPairArcsec, double secondaryRatio, UnrelatedCredit credit, double leastOdds) {
    /// NWAY's default of `--acceptable-prob`. Source: NWAY 4.7.1, manual.
    public static final double SECONDARY_RATIO = 0.5;

    public MatchOptions {
        if (!(widestPairArcsec > 0)) {
            throw new IllegalArgumentException("widest pair is " + widestPairArcsec + ", must be > 0 arcsec");
        }
        if (!(secondaryRatio >= 0 && secondaryRatio <= 1)) {
            throw new IllegalArgumentException("ratio of secondaries is " + secondaryRatio + ", must lie in [0, 1]");
        }
        if (!(leastOdds >= 0 && leastOdds < 1)) {
            throw new IllegalArgumentException("least odds are " + leastOdds + ", must lie in [0, 1)");
        }
    }

    /// Everything NWAY lists within a radius [arcsec], judged as it does by default.
    public static MatchOptions likeNway(double radiusArcsec) {
        return new MatchOptions(radiusArcsec, SECONDARY_RATIO, UnrelatedCredit.BEST, 0);
    }
}
