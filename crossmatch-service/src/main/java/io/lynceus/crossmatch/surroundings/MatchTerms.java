package io.lynceus.crossmatch.surroundings;

import java.util.LinkedHashMap;
import java.util.Map;

/// Terms of a match: why an entry is the counterpart, or is not. They sum to the log10 odds that it is the counterpart,
/// over the source having none.
///
/// The first six are those of the entry by itself, log10 of `B c m / N`. The last is the effect of the other
/// catalogues. It is positive where their entries are associated with this one, negative where they belong to each
/// other and not to the source.
///
/// @param separation minus half the squared Mahalanobis distance where the catalogue lists the entry, <= 0
/// @param positionErrors the Bayes factor of that without a separation: the smaller the errors, the more a coincidence
///     says
/// @param properMotion what moving the entry to the detection's epoch changes, the uncertainty of that included
/// @param density minus log10 of the entries a whole sky would have, were it as crowded as here
/// @param completeness log10 of the odds that the counterpart is in the catalogue, before any position is looked at
/// @param magnitude how much more common the entry's magnitude is among counterparts than in the field
/// @param otherCatalogues see above; 0 where the odds are too small for a floating-point number
public record MatchTerms(
        double separation,
        double positionErrors,
        double properMotion,
        double density,
        double completeness,
        double magnitude,
        double otherCatalogues) {
    /// log10 of the odds, the sum of all terms.
    public double log10Odds() {
        return separation + positionErrors + properMotion + density + completeness + magnitude + otherCatalogues;
    }

    MatchTerms withOtherCatalogues(double other) {
        return new MatchTerms(separation, positionErrors, properMotion, density, completeness, magnitude, other);
    }

    /// The terms by the names they are published under, in the order above.
    public Map<String, Double> byName() {
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("separation", separation);
        terms.put("position_errors", positionErrors);
        terms.put("proper_motion", properMotion);
        terms.put("density", density);
        terms.put("completeness", completeness);
        terms.put("magnitude", magnitude);
        terms.put("other_catalogues", otherCatalogues);
        return terms;
    }
}
