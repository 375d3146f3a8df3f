package io.lynceus.feature.epoch;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.PowerLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The flux of one detection in a broad band, put together from the bands it was measured in.
///
/// 1. Of the measured bands those are taken that do not overlap and together cover most of the spectrum (in ln
///    E); among equals the finer division.
/// 2. Where they leave room, bands with an upper limit join, as zero flux with the limit's 1σ error. Without
///    any measured band the result is a limit too: the sum of the limits, which holds at their confidence
///    whatever the spectrum.
/// 3. The sum over those bands becomes the flux of the target band by a power law: ΣF_k / Σ f_k, where f_k is
///    the fraction of the target band's flux that falls in band k. Bands that tile the target give their plain
///    sum.
public final class BroadBandFlux {
    /// Coverages [ln keV] closer than this are the same: rounding of the sums.
    private static final double SAME_COVERAGE = 1e-9;

    private BroadBandFlux() {}

    /// @return empty where no band has a flux or a limit
    public static Optional<Photometry> in(EnergyBand target, List<BandPhotometry> bands, PowerLaw shape) {
        List<BandPhotometry> measured =
                tiling(bands.stream().filter(BandPhotometry::measured).toList());
        List<BandPhotometry> limits = tiling(bands.stream()
                .filter(b -> !b.measured() && b.overlapsNone(measured))
                .toList());
        double fraction = fraction(target, measured, shape) + fraction(target, limits, shape);
        if (!measured.isEmpty()) {
            Measurement sum = Measurement.of(0);
            for (BandPhotometry band : measured) {
                sum = sum.plus(band.photometry().asFlux());
            }
            for (BandPhotometry band : limits) {
                sum = sum.plus(band.photometry().asFlux());
            }
            return Optional.of(new Photometry.Flux(sum.times(1 / fraction)));
        }
        return limits.stream()
                .map(b -> (Photometry.UpperLimit) b.photometry())
                .reduce((a, b) ->
                        new Photometry.UpperLimit(a.cgs() + b.cgs(), Math.min(a.confidence(), b.confidence())))
                .map(limit -> limit.times(1 / fraction));
    }

    private static double fraction(EnergyBand target, List<BandPhotometry> bands, PowerLaw shape) {
        double sum = 0;
        for (BandPhotometry band : bands) {
            sum += shape.fluxFactor(target, band.band());
        }
        return sum;
    }

    /// The bands without overlap that cover most, by energy: weighted interval scheduling.
    public static List<BandPhotometry> tiling(List<BandPhotometry> bands) {
        List<BandPhotometry> sorted =
                bands.stream().sorted(BandPhotometry.BY_ENERGY).toList();
        List<Tiling> bestEndingBefore = new ArrayList<>(List.of(Tiling.NONE));
        for (int i = 0; i < sorted.size(); i++) {
            int below = i;
            while (below > 0 && sorted.get(below - 1).overlaps(sorted.get(i))) {
                below--;
            }
            Tiling with = bestEndingBefore.get(below).plus(sorted.get(i));
            Tiling without = bestEndingBefore.get(i);
            bestEndingBefore.add(with.betterThan(without) ? with : without);
        }
        return bestEndingBefore.getLast().bands();
    }

    private record Tiling(List<BandPhotometry> bands, double lnWidth) {
        static final Tiling NONE = new Tiling(List.of(), 0);

        Tiling plus(BandPhotometry band) {
            List<BandPhotometry> more = new ArrayList<>(bands);
            more.add(band);
            return new Tiling(more, lnWidth + band.lnWidth());
        }

        boolean betterThan(Tiling other) {
            return lnWidth > other.lnWidth + SAME_COVERAGE
                    || lnWidth > other.lnWidth - SAME_COVERAGE && bands.size() > other.bands.size();
        }
    }
}
