package io.lynceus.gateway.surveys;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The result of a row: its class, or the reason why it has none.
public sealed interface RowResult {
    /// The row has a class.
    ///
    /// @param margin 2 P − 1 of the class, in [-1, 1]
    /// @param outlierMeasure −log10 of the largest unnormalised class score, prior included
    /// @param falseAlarm share of held-out sources of the class that are at least as unusual
    /// @param alternatives classes that would win without a category of the evidence
    /// @param model name and version
    record ClassifiedRow(
            String sourceClass,
            Map<String, Double> probabilities,
            double margin,
            double outlierMeasure,
            OptionalDouble falseAlarm,
            List<String> alternatives,
            String model)
            implements RowResult {
        public ClassifiedRow {
            probabilities = Map.copyOf(probabilities);
            alternatives = List.copyOf(alternatives);
        }

        /// Posterior probability of the class.
        public double probability() {
            return probabilities.getOrDefault(sourceClass, Double.NaN);
        }
    }

    /// The row cannot have a class.
    record RefusedRow(String reason) implements RowResult {}
}
