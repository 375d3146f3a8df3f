package io.lynceus.standalone.demo;

import io.lynceus.classifier.fitting.ConfusionMatrix;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.standalone.simulator.Catalogue;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.SimulatedSource;
import io.lynceus.standalone.simulator.Survey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The suite's results for a survey, compared with the truth.
///
/// @param detections that came out classified
/// @param sourcesMade by the suite
/// @param sourcesTrue behind the detections that came out
/// @param intact true sources with all their detections in one source of the suite that holds no other's
/// @param split true sources spread over several sources of the suite
/// @param merged sources of the suite that hold detections of several true sources
/// @param counterparts quality of the association, by catalogue
/// @param classes of the sources made: given against true, the true one being that of the first detection
/// @param latencies of all detections, ascending
record DemoReport(
        int detections,
        int sourcesMade,
        int sourcesTrue,
        int intact,
        int split,
        int merged,
        Map<Catalogue, Association> counterparts,
        ConfusionMatrix classes,
        List<Duration> latencies) {
    private static final Taxonomy TAXONOMY = Taxonomy.FOUR_CLASSES;

    /// Counterparts of detections in one catalogue.
    ///
    /// @param accepted detections given an entry
    /// @param correct detections given the right entry
    /// @param existing detections whose source has an entry
    record Association(int accepted, int correct, int existing) {
        /// Share of the entries given that are right; NaN where none was.
        double purity() {
            return (double) correct / accepted;
        }

        /// Share of the entries there are that were given; NaN where there is none.
        double completeness() {
            return (double) correct / existing;
        }

        private Association plus(boolean given, boolean right, boolean exists) {
            return new Association(accepted + (given ? 1 : 0), correct + (right ? 1 : 0), existing + (exists ? 1 : 0));
        }
    }

    /// @param seen the suite's result for each detection, by its id; detections without one are left out
    static DemoReport of(Survey survey, Map<String, DetectionResult> seen) {
        Map<Integer, Set<String>> madeOfTrue = new HashMap<>();
        Map<String, Set<Integer>> trueOfMade = new HashMap<>();
        Map<String, Integer> firstTruth = new HashMap<>();
        Map<String, DetectionResult> latest = new HashMap<>();
        Map<Catalogue, Association> counterparts = new EnumMap<>(Catalogue.class);
        for (SimulatedDetection sent : survey.detections()) {
            DetectionResult made = seen.get(sent.detection().id());
            if (made == null) {
                continue;
            }
            madeOfTrue.computeIfAbsent(sent.source(), _ -> new HashSet<>()).add(made.sourceId());
            trueOfMade.computeIfAbsent(made.sourceId(), _ -> new HashSet<>()).add(sent.source());
            firstTruth.putIfAbsent(made.sourceId(), sent.source());
            latest.merge(made.sourceId(), made, (a, b) -> a.revision() >= b.revision() ? a : b);
            judge(counterparts, survey.sources().get(sent.source()), made);
        }
        int split = (int)
                madeOfTrue.values().stream().filter(made -> made.size() > 1).count();
        int merged = (int)
                trueOfMade.values().stream().filter(behind -> behind.size() > 1).count();
        int intact = (int) madeOfTrue.values().stream()
                .filter(made -> made.size() == 1
                        && made.stream()
                                .allMatch(id ->
                                        trueOfMade.getOrDefault(id, Set.of()).size() == 1))
                .count();
        int[][] matrix = new int[TAXONOMY.size()][TAXONOMY.size()];
        latest.forEach((id, made) -> {
            SimulatedSource truth = survey.sources().get(firstTruth.getOrDefault(id, 0));
            int given = TAXONOMY.indexOf(new SourceClass(made.sourceClass()));
            int real = TAXONOMY.indexOf(new SourceClass(truth.objectClass().label()));
            matrix[given][real]++;
        });
        return new DemoReport(
                seen.size(),
                trueOfMade.size(),
                madeOfTrue.size(),
                intact,
                split,
                merged,
                counterparts,
                new ConfusionMatrix(
                        TAXONOMY,
                        Arrays.stream(matrix)
                                .map(row -> Arrays.stream(row).boxed().toList())
                                .toList()),
                seen.values().stream()
                        .map(DetectionResult::latency)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    /// The latency that a share of the detections stayed below.
    Duration latency(double share) {
        return latencies.get((int) Math.min(latencies.size() - 1, Math.floor(share * latencies.size())));
    }

    private static void judge(Map<Catalogue, Association> counterparts, SimulatedSource truth, DetectionResult made) {
        for (Catalogue catalogue : Catalogue.values()) {
            String given = made.counterparts().get(catalogue.catalogueName());
            String real = truth.counterparts().get(catalogue);
            counterparts.merge(
                    catalogue,
                    new Association(0, 0, 0).plus(given != null, given != null && given.equals(real), real != null),
                    (a, b) -> new Association(a.accepted + b.accepted, a.correct + b.correct, a.existing + b.existing));
        }
    }
}
