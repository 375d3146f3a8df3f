package io.lynceus.standalone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    /// What `model compare` prints for sources of docs/adding.md's mission.
    private static String compare(Path folder, String... sides) throws IOException {
        AddingTest.writeFences(folder);
        List<String> options = List.of(
                "--classes",
                "AGN,Star,YSO",
                "--folds",
                "3",
                "--mapping",
                folder.resolve("mapping.yaml").toString());
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            CompareCommand command = new CompareCommand();
            new CommandLine(command)
                    .parseArgs(Stream.concat(Stream.of(sides), options.stream()).toArray(String[]::new));
            assertEquals(0, command.call());
        } finally {
            System.setOut(standardOutput);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Path table(Path folder, String name, long rows) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                String.join("\n", AddingTest.table().lines().limit(rows + 1).toList()) + "\n");
    }

    @Test
    void twoTrainingSamplesAreJudgedOnTheFirst(@TempDir Path folder) throws IOException {
        String all = table(folder, "all.csv", 480).toString();
        String few = table(folder, "few.csv", 160).toString();
        String text = compare(folder, all, few);
        assertTrue(text.contains("judged {AGN=120, Star=120, YSO=120}"), text);
        assertTrue(text.contains("F1 of YSO") && text.contains("sources get another class"), text);
    }

    @Test
    void anUnknownTableModelOrRuleIsRefusedByItsName(@TempDir Path folder) throws IOException {
        String all = table(folder, "all.csv", 480).toString();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> compare(folder, "weighted-evidence", "csc9", all))
                .getMessage()
                .contains("there is no table, model or rule csc9"));
    }
}
