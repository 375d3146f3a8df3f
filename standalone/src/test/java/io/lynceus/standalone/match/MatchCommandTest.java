package io.lynceus.standalone.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchCommandTest {
    @TempDir
    private Path folder;

    private List<String> match(String... arguments) throws IOException {
        Path out = folder.resolve("out.csv");
        CommandLine line = new CommandLine(new MatchCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        assertEquals(
                0,
                line.execute(Stream.concat(Stream.of("--out", out.toString()), Stream.of(arguments))
                        .toArray(String[]::new)));
        return Files.readAllLines(out);
    }

    @Test
    void tableIsNwaysCellByCell() throws IOException {
        String known = SharedData.require("nway_known").toString();
        List<String> found = match(
                "--radius=8",
                "--area=1",
                "--prior-completeness=0.8:0.6",
                known + "/xray.csv",
                ":SIGMA",
                known + "/opt.csv",
                ":SIGMA",
                known + "/ir.csv",
                "0.2");
        List<String> expected = Files.readAllLines(Path.of(known, "three.csv"));
        assertEquals(expected.size(), found.size());
        assertEquals(expected.getFirst(), found.getFirst());
        for (int row = 1; row < expected.size(); row++) {
            assertSameCells(expected.get(row).split(",", -1), found.get(row).split(",", -1));
        }
    }

    private static void assertSameCells(String[] expected, String[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].equals(found[i])) {
                assertEquals(
                        Double.parseDouble(expected[i]),
                        Double.parseDouble(found[i]),
                        1e-4,
                        String.join(",", expected));
            }
        }
    }

    private Path table(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void ellipseCountsInItsOwnDirectionAcrossRightAscensionZero() throws IOException {
        Path xray = table("xray.csv", "ID,RA,DEC,A,B,PA", "x,359.9999,0,3,1,90");
        Path optical = table("opt.csv", "ID,RA,DEC", "east,0.0004,0", "north,359.9999,0.0005");
        List<String> rows = match("--radius=8", "--area=1:2", xray.toString(), ":A:B:PA", optical.toString(), "0.1");
        assertEquals(4, rows.size());
        assertEquals("1", rows.get(2).substring(rows.get(2).lastIndexOf(',') + 1));
        assertTrue(rows.get(2).startsWith("x,east,1.8000000,"), rows.get(2));
    }

    @Test
    void leastProbabilityLeavesPoorAssociationsOut() throws IOException {
        Path xray = table("xray.csv", "ID,RA,DEC", "x,10,0");
        Path optical = table("opt.csv", "ID,RA,DEC", "near,10,0.0001", "far,10,0.002");
        assertEquals(
                2,
                match("--radius=8", "--area=1", "--min-prob=0.01", xray.toString(), "1", optical.toString(), "0.1")
                        .size());
    }

    @Test
    void brokenRowsAndColumnsAreNamed() throws IOException {
        Path xray = table("xray.csv", "ID,RA,DEC", "x,10,95");
        Path optical = table("opt.csv", "NAME,RA,DEC", "o,10,0");
        IllegalArgumentException row =
                assertThrows(IllegalArgumentException.class, () -> PositionTable.read(xray, "1", 1));
        assertTrue(row.getMessage().contains("xray.csv, row at line 2: "), row.getMessage());
        IllegalArgumentException column =
                assertThrows(IllegalArgumentException.class, () -> PositionTable.read(optical, "1", 1));
        assertTrue(column.getMessage().endsWith("has no column ID; it has NAME, RA, DEC"), column.getMessage());
    }
}
