package io.lynceus.standalone.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.standalone.simulator.Catalogue;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.SimulatedSource;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {
    private static final Survey SURVEY = Survey.draw(SurveyPlan.of(50, 3));

    @Test
    void aSuiteThatKnowsTheTruthScoresInFull() {
        DemoReport report = DemoReport.of(SURVEY, perfect());
        assertEquals(50, report.sourcesMade());
        assertEquals(50, report.intact());
        assertEquals(0, report.split() + report.merged());
        assertEquals(1, report.classes().accuracy());
        for (Catalogue catalogue : Catalogue.values()) {
            assertEquals(1, report.counterparts().get(catalogue).purity(), catalogue.catalogueName());
            assertEquals(1, report.counterparts().get(catalogue).completeness(), catalogue.catalogueName());
        }
    }

    @Test
    void aSplitSourceIsNoLongerIntact() {
        Map<String, DetectionResult> seen = perfect();
        SimulatedDetection last = lastOfARepeatedSource();
        seen.computeIfPresent(last.detection().id(), (id, made) -> moved(made, "another"));
        DemoReport report = DemoReport.of(SURVEY, seen);
        assertEquals(51, report.sourcesMade());
        assertEquals(49, report.intact());
        assertEquals(1, report.split());
    }

    @Test
    void mergedSourcesAreNeitherIntactNorSplit() {
        Map<String, DetectionResult> seen = perfect();
        seen.replaceAll((id, made) -> made.sourceId().equals("source-1") ? moved(made, "source-0") : made);
        DemoReport report = DemoReport.of(SURVEY, seen);
        assertEquals(1, report.merged());
        assertEquals(0, report.split());
        assertEquals(48, report.intact());
    }

    @Test
    void aWrongCounterpartCostsPurityAndCompleteness() {
        Map<String, DetectionResult> seen = perfect();
        seen.replaceAll((id, made) -> new DetectionResult(
                1,
                made.sourceId(),
                made.revision(),
                made.sourceClass(),
                Map.of("simulated-optical", "wrong"),
                made.latency()));
        DemoReport.Association optical =
                DemoReport.of(SURVEY, seen).counterparts().get(Catalogue.OPTICAL);
        assertEquals(0, optical.purity());
        assertEquals(0, optical.completeness());
        assertEquals(125, optical.accepted());
    }

    @Test
    void theLatestRevisionOfASourceIsJudged() {
        Map<String, DetectionResult> seen = perfect();
        SimulatedDetection last = lastOfARepeatedSource();
        seen.computeIfPresent(
                last.detection().id(),
                (id, made) -> new DetectionResult(1, made.sourceId(), 99, "Star", made.counterparts(), made.latency()));
        boolean star = SURVEY.sources().get(last.source()).objectClass().label().equals("Star");
        assertEquals(star ? 1 : 0.98, DemoReport.of(SURVEY, seen).classes().accuracy(), 1e-9);
    }

    @Test
    void latenciesAreTakenInOrder() {
        DemoReport report = DemoReport.of(SURVEY, perfect());
        assertEquals(Duration.ofMillis(62), report.latency(0.5));
        assertEquals(Duration.ofMillis(123), report.latency(0.99));
    }

    /// Every detection with its true source, class and counterparts; latencies 0 to 124 ms.
    private static Map<String, DetectionResult> perfect() {
        Map<String, DetectionResult> seen = new HashMap<>();
        for (SimulatedDetection sent : SURVEY.detections()) {
            SimulatedSource truth = SURVEY.sources().get(sent.source());
            Map<String, String> counterparts = new HashMap<>();
            truth.counterparts().forEach((catalogue, id) -> counterparts.put(catalogue.catalogueName(), id));
            seen.put(
                    sent.detection().id(),
                    new DetectionResult(
                            1,
                            "source-" + sent.source(),
                            1,
                            truth.objectClass().label(),
                            counterparts,
                            Duration.ofMillis(seen.size())));
        }
        return seen;
    }

    private static SimulatedDetection lastOfARepeatedSource() {
        List<SimulatedDetection> all = SURVEY.detections();
        return all.reversed().stream()
                .filter(sent -> all.stream()
                                .filter(other -> other.source() == sent.source())
                                .count()
                        > 1)
                .findFirst()
                .orElseThrow();
    }

    private static DetectionResult moved(DetectionResult made, String sourceId) {
        return new DetectionResult(
                made.association(), sourceId, made.revision(), made.sourceClass(), made.counterparts(), made.latency());
    }
}
