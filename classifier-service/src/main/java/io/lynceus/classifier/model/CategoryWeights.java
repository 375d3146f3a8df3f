package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.PropertyCategory;
import java.util.Locale;

/// One exponent alpha per category of properties, each in [0, 10], at least one above 0.
///
/// Source: Tranin et al. (2022), A&A 657, A138, equation 3 and the search range of section 3.
public record CategoryWeights(double location, double spectrum, double counterparts, double variability) {
    /// Upper end of the authors' search range for alpha.
    public static final double MAX_WEIGHT = 10;

    public CategoryWeights {
        require("location", location);
        require("spectrum", spectrum);
        require("counterparts", counterparts);
        require("variability", variability);
        if (!(location + spectrum + counterparts + variability > 0)) {
            throw new IllegalArgumentException("at least one category weight must be > 0");
        }
    }

    private static void require(String category, double weight) {
        if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("weight of " + category + " must lie in [0, 10]: " + weight);
        }
    }

    public double of(PropertyCategory category) {
        return switch (category) {
            case LOCATION -> location;
            case SPECTRUM -> spectrum;
            case COUNTERPARTS -> counterparts;
            case VARIABILITY -> variability;
        };
    }

    public double total() {
        return location + spectrum + counterparts + variability;
    }

    String description() {
        return String.format(
                Locale.ROOT,
                "location %.2f, spectrum %.2f, counterparts %.2f, variability %.2f",
                location,
                spectrum,
                counterparts,
                variability);
    }
}
