package io.lynceus.feature.features;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A feature by its wire name and unit.
///
/// Logarithmic units are written as `dex(...)`, magnitudes as `mag`, pure numbers as the empty text.
///
/// Source of the list: Tranin et al. 2022, A&A 657, A138. The colours reach from the optical into the mid
/// infrared; G−W1 is there for sources too faint for 2MASS, W2−W3 because it parts active galaxies from stars
/// (Mateos et al. 2012, MNRAS 426, 3271).
public record FeatureDefinition(String name, String unit) {
    static final FeatureDefinition GALACTIC_LATITUDE = new FeatureDefinition("galactic_latitude", "deg");
    static final FeatureDefinition PROPER_MOTION = new FeatureDefinition("proper_motion_log10", "dex(mas/yr)");
    static final FeatureDefinition HOST_OFFSET = new FeatureDefinition("host_offset", "");
    static final FeatureDefinition LUMINOSITY = new FeatureDefinition("log_luminosity", "dex(erg/s)");
    static final FeatureDefinition ABSOLUTE_MAGNITUDE = new FeatureDefinition("absolute_magnitude_g", "mag");
    static final FeatureDefinition PARALLAX_SIGNIFICANCE = new FeatureDefinition("parallax_significance", "");
    static final FeatureDefinition PHOTON_INDEX = new FeatureDefinition("photon_index", "");
    static final FeatureDefinition FX_FB = new FeatureDefinition("log_fx_fb", "dex");
    static final FeatureDefinition FX_FR = new FeatureDefinition("log_fx_fr", "dex");
    static final FeatureDefinition FX_FW1 = new FeatureDefinition("log_fx_fw1", "dex");
    static final FeatureDefinition FX_FW2 = new FeatureDefinition("log_fx_fw2", "dex");
    static final FeatureDefinition BP_RP = new FeatureDefinition("colour_bp_rp", "mag");
    static final FeatureDefinition G_J = new FeatureDefinition("colour_g_j", "mag");
    static final FeatureDefinition G_W1 = new FeatureDefinition("colour_g_w1", "mag");
    static final FeatureDefinition J_K = new FeatureDefinition("colour_j_k", "mag");
    static final FeatureDefinition K_W1 = new FeatureDefinition("colour_k_w1", "mag");
    static final FeatureDefinition W1_W2 = new FeatureDefinition("colour_w1_w2", "mag");
    static final FeatureDefinition W2_W3 = new FeatureDefinition("colour_w2_w3", "mag");
    static final FeatureDefinition LONG_TERM = new FeatureDefinition("long_term_ratio", "dex");
    static final FeatureDefinition SIGNIFICANT_LONG_TERM = new FeatureDefinition("significant_long_term_ratio", "dex");
    static final FeatureDefinition FLUX_BLOCKS = new FeatureDefinition("flux_blocks", "");
    static final FeatureDefinition BLOCK_RATIO = new FeatureDefinition("block_ratio", "dex");
    static final FeatureDefinition SHORT_TERM = new FeatureDefinition("short_term_variability", "");
    static final FeatureDefinition INTER_OBSERVATION = new FeatureDefinition("inter_observation_variability", "");

    /// Most adjacent pairs a mission of ours has: 4XMM and eROSITA with five bands.
    private static final int USUAL_RATIOS = 4;

    private static final List<FeatureDefinition> HARDNESS_RATIOS = IntStream.rangeClosed(1, USUAL_RATIOS)
            .mapToObj(FeatureDefinition::ratio)
            .toList();

    private static final List<FeatureDefinition> ALL = listed(USUAL_RATIOS);

    /// The hardness ratio of the k-th pair of adjacent bands.
    ///
    /// @param pair from 1, by energy
    static FeatureDefinition hardnessRatio(int pair) {
        return pair <= USUAL_RATIOS ? HARDNESS_RATIOS.get(pair - 1) : ratio(pair);
    }

    /// The ratios of our missions from a pair on.
    static List<FeatureDefinition> ratiosFrom(int pair) {
        return HARDNESS_RATIOS.subList(Math.min(pair - 1, USUAL_RATIOS), USUAL_RATIOS);
    }

    /// The features of a source seen by a mission with this many bands (at least one), in the order of its
    /// vector. Ratios of bands that it lacks are among them, as ratios of missions of ours.
    public static List<FeatureDefinition> all(int bands) {
        return bands <= USUAL_RATIOS + 1 ? ALL : listed(bands - 1);
    }

    private static List<FeatureDefinition> listed(int ratios) {
        return Stream.of(
                        Stream.of(
                                GALACTIC_LATITUDE,
                                PROPER_MOTION,
                                HOST_OFFSET,
                                LUMINOSITY,
                                ABSOLUTE_MAGNITUDE,
                                PARALLAX_SIGNIFICANCE),
                        IntStream.rangeClosed(1, ratios).mapToObj(FeatureDefinition::hardnessRatio),
                        Stream.of(PHOTON_INDEX, FX_FB, FX_FR, FX_FW1, FX_FW2),
                        Stream.of(BP_RP, G_J, G_W1, J_K, K_W1, W1_W2, W2_W3),
                        Stream.of(
                                LONG_TERM,
                                SIGNIFICANT_LONG_TERM,
                                FLUX_BLOCKS,
                                BLOCK_RATIO,
                                SHORT_TERM,
                                INTER_OBSERVATION))
                .flatMap(group -> group)
                .toList();
    }

    private static FeatureDefinition ratio(int pair) {
        return new FeatureDefinition("hardness_ratio_" + pair, "");
    }
}
