package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeaturePair;
import io.lynceus.classifier.feature.StandardFeatures;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.List;

/// Rule by which a model is fitted, and what is chosen for it.
public sealed interface FitRule {
    /// Name in options and reports.
    String wireName();

    /// What is maximised, for a model's provenance.
    String description();

    /// Standard features that suit the rule.
    List<FeatureDefinition> standardFeatures();

    /// Paper mode: category weights that maximise the objective on rows whose fold the densities have not seen.
    ///
    /// @param rule the rule to fit; the search ignores its weights
    record PaperMode(NaiveBayesRule rule, Objective objective) implements FitRule {
        @Override
        public String wireName() {
            return rule.wireName();
        }

        @Override
        public String description() {
            return objective.description();
        }

        @Override
        public List<FeatureDefinition> standardFeatures() {
            return StandardFeatures.DISTINCT;
        }
    }

    /// Modern mode: a weight per term and class that makes the held-out labels most likely.
    ///
    /// @param pairs features with joint evidence; a pair with a feature outside the fit is left out
    record ModernMode(List<FeaturePair> pairs) implements FitRule {
        public ModernMode {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String wireName() {
            return WeightedEvidence.NAME;
        }

        @Override
        public String description() {
            return "likelihood of held-out labels";
        }

        @Override
        public List<FeatureDefinition> standardFeatures() {
            return StandardFeatures.EVIDENCE;
        }
    }
}
