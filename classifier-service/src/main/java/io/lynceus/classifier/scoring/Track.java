package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.EvidencePart;
import java.util.List;
import java.util.OptionalDouble;

/// Evidence behind a posterior: ln evidence of the prior, of every category and of every feature.
///
/// For every class the evidence of prior, calibration and categories, less `lnNormalisation`, is ln P; a category's
/// evidence is the sum of its features'. Lists by class follow the model's taxonomy.
///
/// @param calibration evidence that every source gets; zeros in paper mode
public record Track(
        List<Double> prior, List<Double> calibration, List<CategoryEvidence> categories, double lnNormalisation) {
    public Track {
        prior = List.copyOf(prior);
        calibration = List.copyOf(calibration);
        categories = List.copyOf(categories);
    }

    /// Evidence of one category of features, by class.
    public record CategoryEvidence(PropertyCategory category, List<Double> lnEvidence, List<FeatureEvidence> features) {
        public CategoryEvidence {
            lnEvidence = List.copyOf(lnEvidence);
            features = List.copyOf(features);
        }
    }

    /// Evidence of one feature, or of two together, by class.
    ///
    /// @param values of the part's features; an empty one was not measured
    public record FeatureEvidence(EvidencePart part, List<OptionalDouble> values, List<Double> lnEvidence) {
        public FeatureEvidence {
            values = List.copyOf(values);
            lnEvidence = List.copyOf(lnEvidence);
        }
    }
}
