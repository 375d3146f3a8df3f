package io.lynceus.gateway.surveys;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What became of a row.
public sealed interface RowResult {
    /// It has a class.
    ///
    /// @param margin 2 P − 1 of the class, in [-1, 1]
    /// @param outlierMeasure −log10 of the largest unnormalised class score, prior included
    /// @param falseAlarm share of held-out sources of the class that are at least as unusual
    /// @param alternatives classes that would win without a category of the evidence
    /// @param model name and version
    record Classified(
            String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            OptionalDouble falseAlarm,
            List<String> alternatives,
            String model)
            implements RowResult {
        public Classified {
            probabilities = Map.copyOf(probabilities);
            alternatives = List.copyOf(alternatives);
        }

        /// Posterior probability of the class.
        public double probability() {
            return probabilities.getOrDefault(sourceClass, Double.NaN);
        }
    }

    /// It cannot have one.
    record Refused(String reason) implements RowResult {}
}
