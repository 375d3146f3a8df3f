package io.lynceus.classifier;

/// One measured property a model may use: its wire name, the category whose weight it shares, its unit.
///
/// The unit is a word for people, empty for a pure number.
public record FeatureDefinition(String name, PropertyCategory category, String unit) {
    public FeatureDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("feature must have a name");
        }
    }
}
