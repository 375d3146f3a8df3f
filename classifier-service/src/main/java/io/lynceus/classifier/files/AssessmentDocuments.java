package io.lynceus.classifier.files;

import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.AssessmentFormat;
import io.lynceus.classifier.evaluation.ComparisonReport;
import io.lynceus.classifier.files.report.AssessmentPage;
import java.util.List;

/// Assessments as JSON documents and as pages.
public final class AssessmentDocuments implements AssessmentFormat {
    @Override
    public String json(Assessment assessment) {
        return new EvaluationDocument(assessment).json();
    }

    @Override
    public String json(ComparisonReport comparison, List<String> names) {
        return new ComparisonDocument(comparison, names).json();
    }

    @Override
    public String html(Assessment assessment) {
        return new AssessmentPage(assessment).html();
    }
}
