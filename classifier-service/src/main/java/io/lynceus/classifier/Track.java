package io.lynceus.classifier;

import java.util.List;
import java.util.OptionalDouble;

/// Why a posterior is what it is: natural-log evidence of the prior, of every category and of every feature.
///
/// For every class the prior's and the categories' evidence, less `lnNormalisation`, is ln P; a category's evidence
/// is the sum of its features'. Lists by class follow the model's taxonomy.
public record Track(List<Double> prior, List<CategoryEvidence> categories, double lnNormalisation) {
    public Track {
        prior = List.copyOf(prior);
        categories = List.copyOf(categories);
    }

    /// What one category of features says of every class.
    public record CategoryEvidence(PropertyCategory category, List<Double> lnEvidence, List<FeatureEvidence> features) {
        public CategoryEvidence {
            lnEvidence = List.copyOf(lnEvidence);
            features = List.copyOf(features);
        }
    }

    /// What one feature says of every class; an empty value was not measured.
    public record FeatureEvidence(FeatureDefinition feature, OptionalDouble value, List<Double> lnEvidence) {
        public FeatureEvidence {
            lnEvidence = List.copyOf(lnEvidence);
        }
    }
}
