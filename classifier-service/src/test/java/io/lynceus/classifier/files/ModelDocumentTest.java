package io.lynceus.classifier.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.model.CategoryWeights;
import io.lynceus.classifier.model.ConfidenceInterval;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.FeatureAxis;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.LikelihoodDensity;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.NaiveBayesRule;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.Typicality;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDocumentTest {
    private static Model model(NaiveBayesRule variant) {
        LikelihoodDensity agn =
                new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, -1, 1, List.of(0.1, 0.30000000000000004, 2e-9));
        LikelihoodDensity star = new LikelihoodDensity(LikelihoodDensity.Shape.CURVE, -1, 1, List.of(0.5, 0.5, 0.5));
        return new Model(
                "two-classes",
                Set.of("XMM", "Chandra"),
                Taxonomy.of("AGN", "Star"),
                new Prior(List.of(0.6, 0.4)),
                new NaiveBayes(
                        variant,
                        List.of(new FeatureLikelihood(
                                FeatureSet.standard().named("hardness_ratio_1"),
                                List.of(agn, star),
                                List.of(0.9, 0.25)))),
                new Provenance(
                        "made up",
                        "ab".repeat(32),
                        Map.of("AGN", 6, "Star", 4),
                        Map.of("YSO", 3),
                        "mean F1",
                        42,
                        "test",
                        new HeldOutScores(
                                Map.of("macro_f1", 0.5),
                                List.of(List.of(5, 1), List.of(1, 3)),
                                List.of(new ReliabilityBin(10, 0.9, 0.8, new ConfidenceInterval(0.5, 0.95))))));
    }

    private static Model model() {
        return model(new NaiveBayesRule.AuthorsCode(new CategoryWeights(1, 2, 3, 4), 0.5));
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        for (NaiveBayesRule variant : List.of(
                new NaiveBayesRule.AuthorsCode(new CategoryWeights(1, 2, 3, 4), 0.5),
                new NaiveBayesRule.SeedFormula(new CategoryWeights(0, 2, 3, 10)))) {
            ModelDocument document = ModelDocument.of(model(variant));
            assertEquals(document, ModelDocument.read(document.json()));
            assertEquals(document.json(), ModelDocument.read(document.json()).json());
        }
    }

    @Test
    void aModelOfWeightedEvidenceIsReadAsItWasWritten() {
        FeatureAxis hardness = new FeatureAxis(FeatureSet.standard().named("hardness_ratio_1"), -1, 1, 2, false);
        FeatureAxis latitude = new FeatureAxis(FeatureSet.standard().named("galactic_latitude"), 0, 90, 2, true);
        List<Double> weights = List.of(0.25, 1.0);
        WeightedEvidence rule = new WeightedEvidence(
                List.of(
                        new EvidenceTerm(
                                List.of(hardness),
                                List.of(List.of(0.1, -0.2), List.of(-0.1, 0.3)),
                                List.of(-1.0, -2.0),
                                weights,
                                Optional.of(new EvidenceTerm.Presence(List.of(0.5, 0.9), weights))),
                        new EvidenceTerm(
                                List.of(latitude, hardness),
                                List.of(List.of(0.0, 0.0, 0.1, 0.2), List.of(0.1, 0.1, 0.1, 0.1)),
                                List.of(-1.0, -2.0, -3.0, -4.0),
                                weights,
                                Optional.empty())),
                List.of(0.5, -0.5),
                new Typicality(List.of(List.of(0.1, 0.2), List.of(0.3))));
        Model paper = model();
        Model modern =
                new Model(paper.name(), paper.missions(), paper.taxonomy(), paper.prior(), rule, paper.provenance());
        ModelDocument document = ModelDocument.of(modern);
        assertEquals(document, ModelDocument.read(document.json()));
        DamagedModel refused = assertThrows(
                DamagedModel.class,
                () -> ModelDocument.read(document.json().replace("\"points\" : 2", "\"points\" : 3")));
        assertTrue(
                refused.getMessage().contains("a table of hardness_ratio_1 has not 3 entries"), refused.getMessage());
    }

    @Test
    void versionFollowsTheContent() {
        ModelDocument document = ModelDocument.of(model());
        assertEquals(document.id(), ModelDocument.of(model()).id());
        assertNotEquals(
                document.id(),
                ModelDocument.of(model().withPrior(new Prior(List.of(0.61, 0.39))))
                        .id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.30000000000000004|0.3|its content has the version",
                "\"made up\"|\"made down\"|its content has the version",
                "\"Star\" : 0.4|\"Moon\" : 0.4|prior must name the classes",
                "\"low\" : -1.0|\"low\" : 3.0|density needs a finite range",
                "\"low\" : -1.0|\"low\" : \"-1.0\"|Cannot coerce String value",
                "\"low\" : -1.0,||Missing creator property 'low'",
                "authors-code|bayes|unknown variant: bayes",
                "\"seed\" : 42|\"seed\" : 42, \"note\" : 1|Unrecognized field \"note\""
            })
    void anAlteredDocumentIsRefusedWithTheReason(String original, String altered, String reason) {
        String json = ModelDocument.of(model()).json();
        assertTrue(json.contains(original), json);
        DamagedModel refused = assertThrows(
                DamagedModel.class, () -> ModelDocument.read(json.replace(original, altered == null ? "" : altered)));
        assertTrue(refused.getMessage().startsWith("the model document is damaged: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aDocumentCutOffIsRefused() {
        String json = ModelDocument.of(model()).json();
        for (int length : new int[] {0, 1, json.length() / 2, json.length() - 3}) {
            assertThrows(DamagedModel.class, () -> ModelDocument.read(json.substring(0, length)));
        }
    }

    @Test
    void modelsLaidIntoTheFolderAreFoundAndDamagedOnesLeftOut(@TempDir Path folder) throws IOException {
        ModelFolder models = new ModelFolder(List.of(), Optional.of(folder));
        assertEquals(List.of(), models.models());
        ModelDocument document = ModelDocument.of(model());
        Files.writeString(folder.resolve("damaged.json"), document.json().substring(9));
        Files.writeString(folder.resolve("two.json"), document.json());
        assertEquals(List.of(document.id()), models.models());
        assertEquals(
                document.model(),
                models.classifier(document.id()).map(Classifier::model).orElseThrow());
        assertEquals(document.id(), models.resolve("two-classes"));
        assertEquals(
                "there is no model csc9; there is [" + document.id() + "]",
                assertThrows(IllegalArgumentException.class, () -> models.resolve("csc9"))
                        .getMessage());
    }

    @Test
    void theShippedModelServesChandraAndTellsTheFourClassesApart() {
        ModelFolder models = new ModelFolder(List.of("csc2"), Optional.empty());
        ModelId id = models.resolve("csc2");
        Model shipped = models.classifier(id).map(Classifier::model).orElseThrow();
        assertTrue(shipped.serves("Chandra"));
        assertEquals(Taxonomy.FOUR_CLASSES, shipped.taxonomy());
        assertEquals(
                Set.of("YSO", "NS", "NS_BIN"),
                shipped.provenance().excludedRows().keySet());
    }
}
