package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Measurement;
import java.util.Map;
import java.util.Optional;

/// How a source compares at other wavelengths: X-ray to optical and infrared flux ratios, and colours.
final class CounterpartFeatures {
    /// Constant of log10(F_X/F_opt) = log10 F_X + 5.37 + m/2.5, F_X in erg cm⁻² s⁻¹.
    /// Maccacaro et al. 1988, ApJ 326, 680.
    private static final double OPTICAL_ZERO_POINT = 5.37;

    /// The same for W1 and W2: Tranin et al. 2022, A&A 657, A138.
    private static final double INFRARED_ZERO_POINT = 6.95;

    /// Magnitudes per factor of ten in flux. Pogson (1856), MNRAS 17, 12.
    private static final double MAG_PER_DEX = 2.5;

    private static final Map<FeatureDefinition, Bands> COLOURS = Map.of(
            FeatureDefinition.BP_RP, new Bands("BP", "RP"),
            FeatureDefinition.G_J, new Bands("G", "J"),
            FeatureDefinition.G_W1, new Bands("G", "W1"),
            FeatureDefinition.J_K, new Bands("J", "K"),
            FeatureDefinition.K_W1, new Bands("K", "W1"),
            FeatureDefinition.W1_W2, new Bands("W1", "W2"),
            FeatureDefinition.W2_W3, new Bands("W2", "W3"));

    private CounterpartFeatures() {}

    static void add(
            FeatureExtractor.Features features,
            Magnitudes magnitudes,
            SearchCoverage coverage,
            Optional<Measurement> flux) {
        FluxRatios ratios = new FluxRatios(features, magnitudes, coverage, flux.flatMap(Measurement::log10));
        ratios.put(FeatureDefinition.FX_FB, "BP", OPTICAL_ZERO_POINT);
        ratios.put(FeatureDefinition.FX_FR, "RP", OPTICAL_ZERO_POINT);
        ratios.put(FeatureDefinition.FX_FW1, "W1", INFRARED_ZERO_POINT);
        ratios.put(FeatureDefinition.FX_FW2, "W2", INFRARED_ZERO_POINT);
        COLOURS.forEach((colour, bands) -> features.put(
                colour,
                magnitudes.colour(bands.blue(), bands.red()),
                () -> coverage.absence(bands.blue(), bands.red())));
    }

    private record Bands(String blue, String red) {}

    private record FluxRatios(
            FeatureExtractor.Features features,
            Magnitudes magnitudes,
            SearchCoverage coverage,
            Optional<Measurement> logFlux) {
        void put(FeatureDefinition ratio, String band, double zeroPoint) {
            features.put(
                    ratio,
                    logFlux.flatMap(f -> magnitudes.in(band).map(m -> f.plus(m.times(1 / MAG_PER_DEX))
                            .plus(zeroPoint))),
                    () -> logFlux.isEmpty() ? Absence.NOT_DETECTED : coverage.absence(band));
        }
    }
}
