package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.model.Model;
import java.util.List;

/// Results about rules: their scores on held-out sources, and the models they make of all sources.
///
/// @param sample description of the sources
/// @param reports by draw of the folds, then by rule
/// @param models one per rule that makes a model, learned from the whole sample
public record Assessment(String sample, List<EvaluationReport> reports, List<Model> models) {
    public Assessment {
        reports = List.copyOf(reports);
        models = List.copyOf(models);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("an assessment without any report");
        }
    }
}
