package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.fitting.FitOptions;
import io.lynceus.classifier.fitting.FitRule;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.Objective;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.standalone.simulator.SurveyPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The services' domains in one process, end to end.
class SimulatedSampleTest {
    @Test
    void aSimulatedSurveyIsCrossmatchedAndFittedInProcess(@TempDir Path folder) {
        LabelledSample sample =
                new SimulatedSample(new FeatureExtractor(RulesFile.shipped()), folder).draw(SurveyPlan.of(300, 5));
        int made = sample.sources().size();
        assertTrue(made >= 295 && made <= 320, () -> made + " sources made of 300");

        Taxonomy taxonomy = Taxonomy.FOUR_CLASSES;
        TrainingTable table = sample.table(FeatureSet.standard());
        List<FeatureDefinition> features = table.measured(FeatureSet.standard().features(), taxonomy);
        assertTrue(
                features.stream()
                        .map(FeatureDefinition::name)
                        .toList()
                        .containsAll(List.of(
                                "galactic_latitude",
                                "hardness_ratio_1",
                                "log_fx_fr",
                                "long_term_ratio",
                                "proper_motion_log10")),
                () -> "measured: " + features);

        FitOptions options = new FitOptions(
                taxonomy,
                features,
                new FitRule.PaperMode(
                        new NaiveBayesRule.AuthorsCode(new CategoryWeights(1, 1, 1, 1), 1), new Objective.MeanF1()),
                3,
                1);
        Model model = new ModelFit(options)
                .fit("small", Set.of(), Prior.SURVEY_FOUR_CLASSES, table, sample.description(), "test");
        assertEquals(
                made,
                model.provenance().rows().values().stream()
                        .mapToInt(rows -> rows)
                        .sum());
        assertEquals(
                ModelDocument.of(model),
                ModelDocument.read(ModelDocument.of(model).json()));
    }
}
