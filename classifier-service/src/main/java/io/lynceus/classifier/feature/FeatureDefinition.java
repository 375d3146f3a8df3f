package io.lynceus.classifier.feature;

import java.util.Optional;

/// One measured property a model may use: its wire name, the category whose weight it shares, its unit.
///
/// The unit is a label for display, empty for a pure number.
///
/// @param formula how it follows from other features; empty where it is measured itself
public record FeatureDefinition(String name, PropertyCategory category, String unit, Optional<Formula> formula) {
    public FeatureDefinition {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a feature's name is of lower-case letters, digits and underscores: " + name);
        }
    }

    public FeatureDefinition(String name, PropertyCategory category, String unit) {
        this(name, category, unit, Optional.empty());
    }

    /// From the words of a file or a request.
    ///
    /// @param category wire name of a [PropertyCategory]
    /// @param formula how it follows from other features; empty where it is measured itself
    public static FeatureDefinition parse(
            String name, String category, Optional<String> unit, Optional<String> formula) {
        return new FeatureDefinition(
                name, PropertyCategory.ofWireName(category), unit.orElse(""), formula.map(Formula::new));
    }

    /// Value for a source [unit]; NaN where it is missing.
    public double of(FeatureVector vector) {
        return formula.isPresent() ? formula.get().of(vector::valueOrNaN) : vector.valueOrNaN(name);
    }

    /// Whether no observation covered the source, for this feature or one it follows from.
    public boolean isUncoveredIn(FeatureVector vector) {
        return formula.map(of -> of.inputs().stream().anyMatch(vector.uncovered()::contains))
                .orElseGet(() -> vector.uncovered().contains(name));
    }
}
