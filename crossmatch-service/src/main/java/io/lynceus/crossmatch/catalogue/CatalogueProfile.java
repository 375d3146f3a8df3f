package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.Require;
import java.util.List;

/// Description of one version of a reference catalogue: everything but its rows.
///
/// @param name short name, lower case letters, digits, `.`, `_` and `-`: it names a folder
/// @param title what the catalogue is, for people
/// @param role what its rows are to a detection
/// @param complete false: a selection of a larger catalogue, on which nothing is to be calibrated
/// @param densityPerSqDeg sources per square degree of the sky it covers [deg^-2], > 0
/// @param bands names of its magnitudes
/// @param statistics of all its rows
public record CatalogueProfile(
        String name,
        String title,
        CatalogueRole role,
        boolean complete,
        double densityPerSqDeg,
        List<String> bands,
        CatalogueStatistics statistics) {
    public CatalogueProfile {
        requireName(name);
        Require.text("title", title);
        Require.positive("density_per_sq_deg", densityPerSqDeg, "deg^-2");
        bands = List.copyOf(bands);
    }

    /// Refuses what cannot name a catalogue and its folder.
    public static void requireName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("name of a catalogue is '" + name
                    + "', must be up to 64 lower-case letters, digits, '.', '_', '-' and start with a letter or digit");
        }
    }
}
