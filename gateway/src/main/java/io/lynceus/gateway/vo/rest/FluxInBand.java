package io.lynceus.gateway.vo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Flux of one detection over the energies that its bands cover.
///
/// @param lowKev lower end [keV]
/// @param highKev upper end [keV]
/// @param fluxCgs [erg cm^-2 s^-1]
/// @param errorCgs 1 sigma [erg cm^-2 s^-1]; `null` where a band has none
record FluxInBand(
        double lowKev,
        double highKev,
        double fluxCgs,
        @Nullable Double errorCgs) {
    /// [erg cm^-2 s^-1] in VOUnits.
    static final String UNIT = "erg.s**-1.cm**-2";

    /// The band that covers all others, or the sum of bands that meet; empty where they leave gaps or overlap. A band
    /// without a flux counts as a gap.
    static Optional<FluxInBand> of(JsonNode bands) {
        List<FluxInBand> measured = StreamSupport.stream(bands.spliterator(), false)
                .flatMap(FluxInBand::measured)
                .sorted(Comparator.comparingDouble(FluxInBand::lowKev)
                        .thenComparing(FluxInBand::highKev, Comparator.reverseOrder()))
                .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        FluxInBand first = measured.getFirst();
        if (measured.stream().allMatch(band -> band.highKev <= first.highKev)) {
            return Optional.of(first);
        }
        FluxInBand sum = first;
        for (FluxInBand next : measured.subList(1, measured.size())) {
            if (next.lowKev != sum.highKev) {
                return Optional.empty();
            }
            sum = sum.and(next);
        }
        return Optional.of(sum);
    }

    private static Stream<FluxInBand> measured(JsonNode band) {
        JsonNode error = band.path("flux_error_cgs");
        return band.path("flux_cgs").isNumber()
                ? Stream.of(new FluxInBand(
                        band.path("low_kev").doubleValue(),
                        band.path("high_kev").doubleValue(),
                        band.path("flux_cgs").doubleValue(),
                        error.isNumber() ? (Double) error.doubleValue() : null))
                : Stream.empty();
    }

    private FluxInBand and(FluxInBand next) {
        return new FluxInBand(
                lowKev,
                next.highKev,
                fluxCgs + next.fluxCgs,
                errorCgs == null || next.errorCgs == null ? null : (Double) Math.hypot(errorCgs, next.errorCgs));
    }
}
