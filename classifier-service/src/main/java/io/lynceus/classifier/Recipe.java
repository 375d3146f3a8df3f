package io.lynceus.classifier;

import java.util.List;

/// A way of fitting: which rule, and what is chosen for it.
public sealed interface Recipe {
    /// Name in options and reports.
    String wireName();

    /// What is maximised, for a model's provenance.
    String description();

    /// Paper mode: category weights that maximise the objective on rows whose fold the densities have not seen.
    ///
    /// @param variant the rule to fit; its weights only say where the search does not start
    record Paper(BayesVariant variant, Objective objective) implements Recipe {
        @Override
        public String wireName() {
            return variant.wireName();
        }

        @Override
        public String description() {
            return objective.description();
        }
    }

    /// Modern mode: a weight per term and class that makes the held-out labels most likely.
    ///
    /// @param pairs features that speak together; a pair with a feature that is not among the fit's is left out
    record Evidence(List<Pair> pairs) implements Recipe {
        public Evidence {
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
    }

    /// Two features whose joint density says more than their own.
    record Pair(FeatureDefinition first, FeatureDefinition second) {
        public Pair {
            if (first.equals(second)) {
                throw new IllegalArgumentException("a pair of one feature: " + first.name());
            }
        }
    }
}
