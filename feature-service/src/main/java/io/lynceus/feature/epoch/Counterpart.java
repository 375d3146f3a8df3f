package io.lynceus.feature.epoch;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The most probable entry of one counterpart catalogue for a detection.
///
/// @param precedence order among catalogues that measured one band; the lowest wins
/// @param anyMatchProbability `p_any`: that this catalogue holds the counterpart; empty where it is taken for
///     granted
/// @param magnitudes [mag] by the catalogue's own band names; values outside (-30, 40) are sentinels and left
///     out
/// @param parallaxMas parallax [mas], may be negative
/// @param properMotionMasPerYr total proper motion [mas/yr]
public record Counterpart(
        String catalogue,
        int precedence,
        OptionalDouble anyMatchProbability,
        Map<String, Measurement> magnitudes,
        Optional<Measurement> parallaxMas,
        Optional<Measurement> properMotionMasPerYr) {
    /// Order in which catalogues may give a band.
    public static final Comparator<Counterpart> BY_PRECEDENCE =
            Comparator.comparingInt(Counterpart::precedence).thenComparing(Counterpart::catalogue);

    /// Bounds of a magnitude [mag]: the Sun is at -27, no survey passes 35; catalogues write 99, -999 or 1e20
    /// for none.
    private static final double BRIGHTEST_MAG = -30;

    private static final double FAINTEST_MAG = 40;

    public Counterpart {
        Map<String, Measurement> measured = new TreeMap<>(magnitudes);
        measured.values().removeIf(m -> !(m.value() > BRIGHTEST_MAG && m.value() < FAINTEST_MAG));
        magnitudes = Collections.unmodifiableMap(measured);
    }

    /// Total proper motion [mas/yr] of its components, east and north.
    public static Measurement totalMotion(Measurement east, Measurement north) {
        double total = Math.hypot(east.value(), north.value());
        return total > 0
                ? Measurement.combination(total, east, east.value() / total, north, north.value() / total)
                : Measurement.of(0);
    }
}
