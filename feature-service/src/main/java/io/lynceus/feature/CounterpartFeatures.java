package io.lynceus.feature;

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

    private CounterpartFeatures() {}

    static void add(FeatureExtractor.Features features, Magnitudes magnitudes, Optional<Measurement> flux) {
        Optional<Measurement> logFlux = flux.flatMap(Measurement::log10);
        features.put(FeatureDefinition.FX_FB, fluxRatio(logFlux, magnitudes.in("BP"), OPTICAL_ZERO_POINT));
        features.put(FeatureDefinition.FX_FR, fluxRatio(logFlux, magnitudes.in("RP"), OPTICAL_ZERO_POINT));
        features.put(FeatureDefinition.FX_FW1, fluxRatio(logFlux, magnitudes.in("W1"), INFRARED_ZERO_POINT));
        features.put(FeatureDefinition.FX_FW2, fluxRatio(logFlux, magnitudes.in("W2"), INFRARED_ZERO_POINT));
        features.put(FeatureDefinition.BP_RP, magnitudes.colour("BP", "RP"));
        features.put(FeatureDefinition.G_J, magnitudes.colour("G", "J"));
        features.put(FeatureDefinition.G_W1, magnitudes.colour("G", "W1"));
        features.put(FeatureDefinition.J_K, magnitudes.colour("J", "K"));
        features.put(FeatureDefinition.K_W1, magnitudes.colour("K", "W1"));
        features.put(FeatureDefinition.W1_W2, magnitudes.colour("W1", "W2"));
        features.put(FeatureDefinition.W2_W3, magnitudes.colour("W2", "W3"));
    }

    private static Optional<Measurement> fluxRatio(
            Optional<Measurement> logFlux, Optional<Measurement> magnitude, double zeroPoint) {
        return logFlux.flatMap(
                f -> magnitude.map(m -> f.plus(m.times(1 / MAG_PER_DEX)).plus(zeroPoint)));
    }
}
