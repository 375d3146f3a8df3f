package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lynceus.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The default model on the labelled Chandra sources, each judged by a model that has not seen its piece of sky.
class HeldOutSkyTest {
    @Test
    void theDefaultModelTellsClassesApartAndFindsSourcesOfClassesItDoesNotKnow(@TempDir Path folder) throws Exception {
        Path sample = SharedData.require("csc_features.csv");
        int status = new CommandLine(new ModelCommand())
                .execute(
                        "evaluate", "--methods", "weighted-evidence", "--report", folder.toString(), sample.toString());
        assertEquals(0, status);
        JsonNode method = new ObjectMapper()
                .readTree(folder.resolve("report.json").toFile())
                .path("methods")
                .path(0);
        JsonNode scores = method.path("sample_priors");
        assertTrue(
                scores.path("macro_f1").doubleValue() > 0.75,
                scores.path("macro_f1").toString());
        assertTrue(
                scores.path("calibration_error").doubleValue() < 0.03,
                scores.path("calibration_error").toString());
        assertTrue(areaOf("YSO", method) > 0.9, "YSO " + areaOf("YSO", method));
        assertTrue(areaOf("NS", method) > 0.78, "NS " + areaOf("NS", method));
        assertTrue(Files.readString(folder.resolve("report.html")).contains("1179 YSO"));
    }

    private static double areaOf(String sourceClass, JsonNode method) {
        for (JsonNode recovery : method.path("recoveries")) {
            if (recovery.path("source_class").textValue().equals(sourceClass)) {
                return recovery.path("area").doubleValue();
            }
        }
        throw new AssertionError("no " + sourceClass + " in " + method.path("recoveries"));
    }
}
