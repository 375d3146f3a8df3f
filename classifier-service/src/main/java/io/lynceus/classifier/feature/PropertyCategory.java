package io.lynceus.classifier.feature;

import java.util.Locale;

/// Group of features that share one weight: where a source is, its spectrum, its counterparts, how it varies.
///
/// Source: Tranin et al. (2022), A&A 657, A138, section 3.
public enum PropertyCategory {
    LOCATION,
    SPECTRUM,
    COUNTERPARTS,
    VARIABILITY;

    /// Name in events and documents, such as `location`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The category of a wire name; refuses any other text.
    public static PropertyCategory ofWireName(String name) {
        for (PropertyCategory category : values()) {
            if (category.wireName().equals(name)) {
                return category;
            }
        }
        throw new IllegalArgumentException("unknown property category: " + name);
    }
}
