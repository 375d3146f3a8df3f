package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lynceus.standalone.suite.Service;
import io.lynceus.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration as it is typed, with a small survey.
class DemoIT {
    @Test
    void aSmallSurveyIsStreamedThroughTheSuiteAndComparedWithTheTruth(@TempDir Path data) {
        for (Service service : Service.values()) {
            assumeTrue(
                    Files.exists(service.program(SharedData.repository())),
                    service.shortName() + " is not built; ./mvnw -Dquick -DskipTests package builds it");
        }
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        int status;
        try {
            String port = Integer.toString(FreePorts.forSuite().first());
            status = Main.commandLine().execute("demo", "--sources=200", "--port=" + port, "--data=" + data, "--exit");
        } finally {
            System.setOut(standardOutput);
        }
        String text = written.toString(StandardCharsets.UTF_8);
        assertEquals(0, status, text);
        assertTrue(text.contains("500 detections of 200 true sources became"), text);
        assertTrue(text.contains("macro F1"), text);
        assertTrue(text.contains("/q/swagger-ui"), text);
    }
}
