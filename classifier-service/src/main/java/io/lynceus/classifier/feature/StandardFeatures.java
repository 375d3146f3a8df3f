package io.lynceus.classifier.feature;

import static io.lynceus.classifier.feature.PropertyCategory.COUNTERPARTS;
import static io.lynceus.classifier.feature.PropertyCategory.LOCATION;
import static io.lynceus.classifier.feature.PropertyCategory.SPECTRUM;
import static io.lynceus.classifier.feature.PropertyCategory.VARIABILITY;

import java.util.List;

/// Standard features by wire name, with their categories.
///
/// Source: Tranin et al. (2022), A&A 657, A138, table 2.
public final class StandardFeatures {
    public static final List<FeatureDefinition> ALL = List.of(
            new FeatureDefinition("galactic_latitude", LOCATION, "deg"),
            new FeatureDefinition("proper_motion_log10", LOCATION, "dex(mas/yr)"),
            new FeatureDefinition("host_offset", LOCATION, ""),
            new FeatureDefinition("log_luminosity", LOCATION, "dex(erg/s)"),
            new FeatureDefinition("absolute_magnitude_g", LOCATION, "mag"),
            new FeatureDefinition("parallax_significance", LOCATION, ""),
            new FeatureDefinition("hardness_ratio_1", SPECTRUM, ""),
            new FeatureDefinition("hardness_ratio_2", SPECTRUM, ""),
            new FeatureDefinition("hardness_ratio_3", SPECTRUM, ""),
            new FeatureDefinition("hardness_ratio_4", SPECTRUM, ""),
            new FeatureDefinition("photon_index", SPECTRUM, ""),
            new FeatureDefinition("log_fx_fb", COUNTERPARTS, "dex"),
            new FeatureDefinition("log_fx_fr", COUNTERPARTS, "dex"),
            new FeatureDefinition("log_fx_fw1", COUNTERPARTS, "dex"),
            new FeatureDefinition("log_fx_fw2", COUNTERPARTS, "dex"),
            new FeatureDefinition("colour_bp_rp", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_g_j", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_g_w1", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_j_k", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_k_w1", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_w1_w2", COUNTERPARTS, "mag"),
            new FeatureDefinition("colour_w2_w3", COUNTERPARTS, "mag"),
            new FeatureDefinition("long_term_ratio", VARIABILITY, "dex"),
            new FeatureDefinition("significant_long_term_ratio", VARIABILITY, "dex"),
            new FeatureDefinition("block_ratio", VARIABILITY, "dex"),
            new FeatureDefinition("short_term_variability", VARIABILITY, ""),
            new FeatureDefinition("inter_observation_variability", VARIABILITY, ""));

    /// One feature of each correlated group. Naive Bayes would count the others as the same evidence again.
    ///
    /// Left out: the softest hardness ratio, B beside R, W2 beside W1, and all colours but W1-W2.
    public static final List<FeatureDefinition> DISTINCT = named(List.of(
            "galactic_latitude",
            "proper_motion_log10",
            "host_offset",
            "log_luminosity",
            "absolute_magnitude_g",
            "hardness_ratio_2",
            "photon_index",
            "log_fx_fr",
            "log_fx_fw1",
            "colour_w1_w2",
            "significant_long_term_ratio",
            "short_term_variability",
            "inter_observation_variability"));

    /// Features for weighted evidence, whose weights allow for correlation. Two kinds are left out: the second of
    /// two flux ratios to bands of one counterpart, and the parallax significance, which added nothing to the
    /// magnitudes that follow from it (docs/models.md).
    public static final List<FeatureDefinition> EVIDENCE = ALL.stream()
            .filter(feature ->
                    !List.of("log_fx_fb", "log_fx_fw2", "parallax_significance").contains(feature.name()))
            .toList();

    /// Pairs of features known to separate classes: the colour-magnitude diagram, X-ray colours, optical and
    /// infrared colours against flux ratios, and evidence against Galactic latitude.
    public static final List<FeaturePair> PAIRS = pairs(
            "hardness_ratio_1:hardness_ratio_2",
            "hardness_ratio_2:log_fx_fr",
            "hardness_ratio_2:log_fx_fw1",
            "absolute_magnitude_g:colour_bp_rp",
            "log_luminosity:absolute_magnitude_g",
            "log_luminosity:hardness_ratio_2",
            "galactic_latitude:log_fx_fr",
            "galactic_latitude:log_fx_fw1",
            "galactic_latitude:hardness_ratio_2",
            "proper_motion_log10:log_fx_fr",
            "colour_bp_rp:log_fx_fr",
            "colour_g_w1:log_fx_fr",
            "colour_w1_w2:log_fx_fw1",
            "colour_g_w1:colour_w1_w2",
            "colour_j_k:colour_k_w1");

    private StandardFeatures() {}

    private static List<FeaturePair> pairs(String... written) {
        return new FeatureSet(ALL, List.of()).pairs(List.of(written));
    }

    private static List<FeatureDefinition> named(List<String> names) {
        return new FeatureSet(ALL, List.of()).named(names);
    }
}
