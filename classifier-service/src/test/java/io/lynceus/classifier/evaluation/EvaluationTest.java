package io.lynceus.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.SyntheticSky;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static EvaluationReport evaluate(TrainingTable table) {
        LearningRule learner = new ModelRule(
                "authors-code", SyntheticSky.options(SyntheticSky.variants().getLast()));
        return new Evaluation(Taxonomy.FOUR_CLASSES, List.of(learner), 4, 7, Prior.SURVEY_FOUR_CLASSES)
                .run(table, List.of(), folds -> {})
                .getFirst();
    }

    @Test
    void everySourceIsJudgedOnceAndTheReportRepeats() {
        EvaluationReport report = evaluate(SyntheticSky.table(240, 1));
        int judged = report.scores().matrix().counts().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
        assertEquals(240, judged);
        assertEquals(4, report.choices().size());
        assertEquals(report, evaluate(SyntheticSky.table(240, 1)));
    }

    @Test
    void labelsWithoutMeaningScoreAsByChance() {
        TrainingTable table = SyntheticSky.table(400, 2);
        SplittableRandom random = new SplittableRandom(3);
        List<SourceClass> labels = IntStream.range(0, 400)
                .mapToObj(row -> Taxonomy.FOUR_CLASSES.classes().get(random.nextInt(4)))
                .toList();
        long[] cells = IntStream.range(0, 400).mapToLong(table::skyCell).toArray();
        EvaluationReport report = evaluate(new TrainingTable(table.features(), table.values(), labels, cells));
        assertTrue(
                report.scores().macroF1() < 0.33, "macro F1 " + report.scores().macroF1());
        assertTrue(evaluate(table).scores().macroF1() > 0.6);
    }

    @Test
    void tableNamesEveryClassAndFold() {
        EvaluationReport report = evaluate(SyntheticSky.table(240, 1));
        String text = new EvaluationTable(report).text();
        assertTrue(text.contains("with the sample's priors"), text);
        assertTrue(text.contains("with survey priors"), text);
        for (SourceClass sourceClass : Taxonomy.FOUR_CLASSES.classes()) {
            assertTrue(text.contains("\n  " + sourceClass + " "), text);
        }
        assertEquals(4, text.lines().filter(line -> line.contains("alpha_null")).count());
    }
}
