package io.lynceus.classifier.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lynceus.classifier.AssessmentExample;
import io.lynceus.classifier.evaluation.Assessment;
import io.lynceus.classifier.evaluation.EvaluationReport;
import org.junit.jupiter.api.Test;

class EvaluationDocumentTest {
    @Test
    void theDocumentHoldsWhatThePageShows() throws Exception {
        Assessment assessment = AssessmentExample.of("made up");
        JsonNode document = new ObjectMapper().readTree(new EvaluationDocument(assessment).json());
        EvaluationReport report = assessment.reports().getFirst();
        JsonNode method = document.path("methods").path(0);
        assertEquals("weighted-evidence", method.path("method").textValue());
        assertEquals(
                report.scores().macroF1(),
                method.path("sample_priors").path("macro_f1").doubleValue());
        assertEquals(
                report.scores().classes().get(2).surveyPrecision(),
                method.path("sample_priors")
                        .path("by_class")
                        .path(2)
                        .path("survey_precision")
                        .doubleValue());
        assertEquals(4, method.path("outliers").size());
        JsonNode model = document.path("models").path(0);
        assertEquals(
                assessment.models().getFirst().provenance().sampleDigest(),
                model.path("provenance").path("sample_sha256").textValue());
        assertEquals(7, model.path("rule").path("terms").size());
    }
}
