package io.lynceus.feature;

import java.util.List;

/// A catalogue that was searched around a detection.
///
/// @param measures what it would measure of an object there: magnitude bands, [#PARALLAX], [#PROPER_MOTION],
///     [#HOST_GALAXY]; empty where it does not reach
public record Searched(String catalogue, List<String> measures) {
    static final String PARALLAX = "parallax";
    static final String PROPER_MOTION = "proper_motion";
    static final String HOST_GALAXY = "host_galaxy";

    public Searched {
        measures = List.copyOf(measures);
    }
}
