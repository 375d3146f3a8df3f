package io.lynceus.labels.voting;

import java.util.Arrays;
import java.util.Optional;

/// Category of a source's properties; evidence is given by category.
public enum PropertyCategory {
    LOCATION,
    SPECTRUM,
    COUNTERPARTS,
    VARIABILITY;

    /// The category of this name, spelled exactly.
    public static Optional<PropertyCategory> of(String name) {
        return Arrays.stream(values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }
}
