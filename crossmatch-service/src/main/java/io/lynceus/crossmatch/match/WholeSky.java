package io.lynceus.crossmatch.match;

/// The celestial sphere as an area.
public final class WholeSky {
    /// Its area [deg^2], 4 pi steradian = 41252.96; by definition of the degree.
    public static final double SQ_DEG = 4 * Math.PI * (180 / Math.PI) * (180 / Math.PI);

    private WholeSky() {}
}
