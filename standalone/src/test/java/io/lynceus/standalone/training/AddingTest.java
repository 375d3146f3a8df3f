package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.feature.StandardFeatures;
import io.lynceus.classifier.files.ModelDocument;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.runtime.missions.MissionsFile;
import io.lynceus.sky.Mission;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// docs/adding.md, as it stands.
class AddingTest {
    private static final Pattern NAMED_FENCE = Pattern.compile("(?ms)^```yaml (\\S+)\\n(.*?)^```");
    private static final List<String> CLASSES = List.of("AGN", "Star", "YSO", "CV");

    /// Sources whose infrared to optical ratio tells YSOs from stars, and nothing else does.
    static String table() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder table = new StringBuilder("name,ra,dec,err,sn,f_soft,e_soft,f_hard,e_hard,g,rp,w1,class\n");
        for (int row = 0; row < 480; row++) {
            int sourceClass = row % 4;
            boolean agn = sourceClass == 0;
            double rp = (agn ? 20 : 15) + random.nextGaussian();
            double redness = sourceClass == 2 ? 6 : sourceClass == 1 ? 2 : 3;
            table.append(String.format(
                    Locale.ROOT,
                    "s%d,%.3f,%.3f,2,9,%.3g,1e-15,%.3g,1e-15,%.2f,%.2f,%.2f,%s%n",
                    row,
                    360 * random.nextDouble(),
                    140 * random.nextDouble() - 70,
                    1e-14 * Math.exp(random.nextGaussian() * 0.3),
                    (agn ? 4e-14 : 1e-14) * Math.exp(random.nextGaussian() * 0.3),
                    rp + 0.8,
                    rp,
                    rp - redness + 0.3 * random.nextGaussian(),
                    CLASSES.get(sourceClass)));
        }
        return table.toString();
    }

    static void writeFences(Path folder) throws IOException {
        Matcher fences =
                NAMED_FENCE.matcher(Files.readString(SharedData.repository().resolve("docs/adding.md")));
        while (fences.find()) {
            Files.writeString(folder.resolve(fences.group(1)), fences.group(2));
        }
    }

    /// The page's entry at the end of a copy of the shipped file.
    private static Path withShippedMissions(Path entry) throws IOException {
        String shipped = Files.readString(SharedData.repository().resolve("runtime/src/main/resources/missions.yaml"));
        return Files.writeString(entry, shipped + Files.readString(entry));
    }

    @Test
    void aMissionIsOneEntryOfTheFileOfAll(@TempDir Path folder) throws IOException {
        writeFences(folder);

        List<Mission> missions = MissionsFile.read(withShippedMissions(folder.resolve("missions.yaml")));

        assertEquals(MissionsFile.shipped(), missions.subList(0, missions.size() - 1));
        assertEquals(List.of("Lobster"), missions.getLast().names());
        assertEquals(
                0.9, CrossmatchDefaults.missions(missions).of("Lobster").errorContainment(), "read by the cross-match");
        assertEquals(missions, RulesFile.shipped(missions).missions(), "read by the features");
    }

    @Test
    void thePageNamesEveryStandardFeatureInItsCategory() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.repository().resolve("docs/adding.md"));
        for (PropertyCategory category : PropertyCategory.values()) {
            String expected = StandardFeatures.ALL.stream()
                    .filter(feature -> feature.category() == category)
                    .map(feature -> "`" + feature.name() + "`")
                    .collect(Collectors.joining(" ", "| " + category.wireName() + " | ", " |"));
            assertTrue(lines.contains(expected), expected);
        }
    }

    @Test
    void theMethodsAreJudgedOnAnyClasses(@TempDir Path folder) throws IOException {
        writeFences(folder);
        Path labelled = Files.writeString(folder.resolve("labelled.csv"), table());
        int status = new CommandLine(new ModelCommand())
                .execute(
                        "evaluate",
                        "--classes",
                        "AGN,Star,YSO",
                        "--folds",
                        "3",
                        "--mapping",
                        folder.resolve("mapping.yaml").toString(),
                        "--report",
                        folder.resolve("report").toString(),
                        labelled.toString());
        assertEquals(0, status);
        String page = Files.readString(folder.resolve("report/report.html"));
        for (String method : List.of("weighted-evidence", "authors-code", "random-forest")) {
            assertTrue(page.contains("<section id=\"" + method + "\">"), method);
        }
        assertFalse(page.contains("decision-rules"), "rules for other classes");
    }

    @Test
    void aClassAFeatureAndAMissionAreAddedByConfigurationAndDataAlone(@TempDir Path folder) throws IOException {
        writeFences(folder);
        Path labelled = Files.writeString(folder.resolve("labelled.csv"), table());
        int status = new CommandLine(new ModelCommand())
                .execute(
                        "fit",
                        "--name",
                        "lobster",
                        "--missions",
                        "Lobster",
                        "--classes",
                        "AGN,Star,YSO",
                        "--folds",
                        "3",
                        "--missions-file",
                        withShippedMissions(folder.resolve("missions.yaml")).toString(),
                        "--mapping",
                        folder.resolve("mapping.yaml").toString(),
                        "--feature-file",
                        folder.resolve("features.yaml").toString(),
                        "--out",
                        folder.resolve("lobster.json").toString(),
                        labelled.toString());
        assertEquals(0, status);

        ModelDocument document = ModelDocument.read(Files.readString(folder.resolve("lobster.json")));
        assertTrue(document.model().serves("Lobster"));
        assertFalse(document.model().serves("Chandra"));
        assertEquals(Map.of("CV", 120), document.model().provenance().excludedRows());
        assertTrue(document.json().contains("\"log_fw1_fr\" : \"log_fx_fr - log_fx_fw1\""));

        Classifier classifier = new Classifier(document.id(), document.model());
        Classification young = classifier.classify(new FeatureVector(
                Map.of("hardness_ratio_1", 0.0, "log_fx_fr", -2.0, "log_fx_fw1", -2.0 + 1.58 - 0.4 * 6)));
        assertEquals(new SourceClass("YSO"), young.winner());
        assertTrue(
                young.track().categories().stream()
                        .flatMap(category -> category.features().stream())
                        .anyMatch(feature -> feature.part().name().equals("log_fw1_fr & hardness_ratio_1")
                                && feature.values().getFirst().isPresent()),
                "the new feature speaks in the track");
    }
}
