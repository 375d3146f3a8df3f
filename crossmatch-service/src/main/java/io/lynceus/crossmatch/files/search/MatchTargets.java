package io.lynceus.crossmatch.files.search;

/// Positions to be matched with a catalogue, each with its own radius. Not a value: it holds its arrays as they are.
///
/// @param raDeg [deg], in [0, 360)
/// @param decDeg [deg], in [-90, 90]
/// @param radiusArcsec rows within it are wanted [arcsec], in [0, 648000]
public record MatchTargets(double[] raDeg, double[] decDeg, double[] radiusArcsec) {
    public MatchTargets {
        if (raDeg.length != decDeg.length || raDeg.length != radiusArcsec.length) {
            throw new IllegalArgumentException("targets have " + raDeg.length + " right ascensions, " + decDeg.length
                    + " declinations and " + radiusArcsec.length + " radii, must have as many of each");
        }
    }

    /// Number of positions.
    public int count() {
        return raDeg.length;
    }
}
