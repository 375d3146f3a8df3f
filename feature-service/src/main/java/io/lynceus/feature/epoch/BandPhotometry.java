package io.lynceus.feature.epoch;

import io.lynceus.sky.EnergyBand;
import java.util.Comparator;
import java.util.List;

/// The photometry of one energy band of one detection.
///
/// @param name the band's name in its catalogue
public record BandPhotometry(String name, EnergyBand band, Photometry photometry) {
    /// Relative tolerance of two band edges [keV] that mean the same; catalogues round theirs to 1e-3 keV.
    private static final double EDGE_TOLERANCE = 1e-3;

    public static final Comparator<BandPhotometry> BY_ENERGY = Comparator.<BandPhotometry>comparingDouble(
                    b -> b.band().highKev())
            .thenComparingDouble(b -> b.band().lowKev())
            .thenComparing(BandPhotometry::name);

    public boolean measured() {
        return photometry instanceof Photometry.Flux;
    }

    public boolean covers(EnergyBand other) {
        return same(band.lowKev(), other.lowKev()) && same(band.highKev(), other.highKev());
    }

    public boolean overlapsNone(List<BandPhotometry> others) {
        return others.stream().noneMatch(this::overlaps);
    }

    public boolean overlaps(BandPhotometry other) {
        return band.lowKev() < other.band.highKev() * (1 - EDGE_TOLERANCE)
                && other.band.lowKev() < band.highKev() * (1 - EDGE_TOLERANCE);
    }

    /// Width in energy decades, base e.
    public double lnWidth() {
        return Math.log(band.highKev() / band.lowKev());
    }

    private static boolean same(double aKev, double bKev) {
        return Math.abs(aKev - bKev) <= EDGE_TOLERANCE * bKev;
    }
}
