package io.lynceus.feature.epoch;

import java.util.List;

/// A catalogue that was searched around a detection.
///
/// @param measures what it would measure of an object there: magnitude bands, [#PARALLAX], [#PROPER_MOTION],
///     [#HOST_GALAXY]; empty where it does not reach
public record SearchedCatalogue(String catalogue, List<String> measures) {
    public static final String PARALLAX = "parallax";
    public static final String PROPER_MOTION = "proper_motion";
    public static final String HOST_GALAXY = "host_galaxy";

    public SearchedCatalogue {
        measures = List.copyOf(measures);
    }
}
