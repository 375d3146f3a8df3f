package io.lynceus.standalone.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Detection;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    private static final SurveyPlan PLAN = SurveyPlan.of(300, 7);
    private static final Survey SURVEY = Survey.draw(PLAN);

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Survey again = Survey.draw(PLAN);
        assertEquals(SURVEY.sources(), again.sources());
        assertEquals(SURVEY.detections(), again.detections());
        SURVEY.writeCatalogues(folder.resolve("one"));
        again.writeCatalogues(folder.resolve("two"));
        assertEquals(digestOf(folder.resolve("one")), digestOf(folder.resolve("two")));
    }

    @Test
    void anotherSeedGivesAnotherSurvey() {
        assertNotEquals(SURVEY.detections(), Survey.draw(SurveyPlan.of(300, 8)).detections());
    }

    @Test
    void everySourceIsDetectedAndEveryDetectionHasItsOwnName() {
        assertEquals(750, SURVEY.detections().size());
        Set<Integer> detected = new HashSet<>();
        Set<String> names = new HashSet<>();
        SURVEY.detections().forEach(seen -> {
            detected.add(seen.source());
            names.add(seen.detection().id());
        });
        assertEquals(300, detected.size());
        assertEquals(750, names.size());
    }

    @Test
    void detectionsComeInTheOrderOfTheirDates() {
        List<String> starts = SURVEY.detections().stream()
                .map(seen -> seen.detection().start())
                .toList();
        assertEquals(starts.stream().sorted().toList(), starts);
    }

    @Test
    void detectionsKeepTheContract() {
        SchemaCheck check = new SchemaCheck(Topic.DETECTIONS.schema());
        for (SimulatedDetection seen : SURVEY.detections()) {
            byte[] json = Wire.write(seen.detection().withSchema());
            assertEquals(List.of(), check.problems(Wire.tree(json)), () -> new String(json));
        }
    }

    @Test
    void classesHaveTheSharesOfASurvey() {
        Map<String, Long> counts = SURVEY.sources().stream()
                .collect(groupingBy(source -> source.objectClass().label(), counting()));
        assertEquals(Map.of("AGN", 198L, "Star", 75L, "XRB", 21L, "CV", 6L), counts);
    }

    @Test
    void missionsReportTheirOwnBandsAndContainment() {
        Map<String, Set<Double>> containments =
                Map.of("XMM-Newton", Set.of(0.63), "Swift", Set.of(0.90), "eROSITA", Set.of(0.68));
        Map<String, Integer> bands = Map.of("XMM-Newton", 5, "Swift", 3, "eROSITA", 5);
        for (SimulatedDetection seen : SURVEY.detections()) {
            Detection detection = seen.detection();
            assertEquals(bands.get(detection.mission()), detection.bands().size());
            assertTrue(containments
                    .get(detection.mission())
                    .contains(detection.position().errorContainment()));
        }
    }

    @Test
    void counterpartsLieInTheCatalogueAmongObjectsOfTheField() throws IOException {
        SURVEY.writeCatalogues(folder);
        for (Catalogue catalogue : Catalogue.values()) {
            Set<String> ids = new HashSet<>();
            try (Stream<String> rows = Files.lines(folder.resolve(catalogue.catalogueName() + ".csv"))) {
                rows.skip(1).forEach(row -> ids.add(row.substring(0, row.indexOf(','))));
            }
            List<String> counterparts = SURVEY.sources().stream()
                    .flatMap(source -> Stream.ofNullable(source.counterparts().get(catalogue)))
                    .toList();
            assertTrue(ids.containsAll(counterparts), catalogue.catalogueName());
            assertTrue(counterparts.size() > 30 && counterparts.size() < 270, () -> counterparts.size() + " of 300");
            assertTrue(ids.size() > 10 * counterparts.size(), () -> ids.size() + " rows");
        }
    }

    @Test
    void aPlanWithFewerDetectionsThanSourcesIsRefused() {
        assertEquals(
                "number of detections is 9, must be at least one per source, 10",
                assertThrows(IllegalArgumentException.class, () -> new SurveyPlan(10, 9, 1))
                        .getMessage());
    }

    private static String digestOf(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.sorted(Comparator.comparing(Path::getFileName)).toList()) {
                all.write(file.getFileName().toString().getBytes());
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toString();
    }
}
