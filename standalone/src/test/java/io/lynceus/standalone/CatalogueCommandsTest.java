package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.standalone.suite.SuiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void importStars() throws IOException {
        Files.writeString(folder.resolve("stars.yaml"), """
                name: stars
                role: counterpart
                wavelength: optical
                sky_coverage_sq_deg: 1
                file: stars.csv
                columns: { id: id, ra: ra, dec: dec }
                """);
        importing("near,150,2", "next,150.001,2", "far,150,3");
    }

    @Test
    void pairsAreWrittenInTheOrderOfThePositions() throws IOException {
        Path xray = Files.writeString(folder.resolve("xray.csv"), "name,ra,dec,r\nb,150.0009,2,5\na,150,2.0001,1\n");
        Path pairs = folder.resolve("pairs.csv");
        assertEquals(0, run("match", xray, "stars", pairs, "--id", "name"));
        assertEquals(List.of("b,next", "b,near", "a,next", "a,near"), idsOf(pairs));
        assertEquals(0, run("match", xray, "stars", pairs, "--id", "name", "--nearest", 1));
        assertEquals(List.of("b,next", "a,near"), idsOf(pairs));
        assertEquals(0, run("match", xray, "stars", pairs, "--id", "name", "--radius-column", "r"));
        assertEquals(List.of("b,next", "b,near", "a,near"), idsOf(pairs));
    }

    @Test
    void pairsHaveProbabilitiesWhereThePositionsHaveErrors() throws IOException {
        Path xray = Files.writeString(folder.resolve("xray.csv"), "id,ra,dec,s\na,150.0001,2,0.5\nb,150,3.002,0.5\n");
        Path pairs = folder.resolve("pairs.csv");
        assertEquals(0, run("match", xray, "stars", pairs, "--sigma-column", "s", "--radius", 10));
        List<String> lines = Files.readAllLines(pairs);
        assertTrue(lines.getFirst().endsWith("separation_arcsec,dist_bayesfactor,p_any,p_i,match_flag"));
        assertEquals(List.of("a,next", "a,near", "b,far"), idsOf(pairs));
        List<double[]> probabilities = lines.stream()
                .skip(1)
                .map(line -> Stream.of(line.split(","))
                        .skip(5)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertEquals(1, probabilities.get(0)[2] + probabilities.get(1)[2], 1e-12);
        assertTrue(probabilities.get(0)[1] > 0.99, "p_any of a source on its star");
        assertEquals(0, probabilities.get(0)[3]);
        assertEquals(1, probabilities.get(1)[3]);
        assertTrue(probabilities.get(2)[1] < 0.1, "p_any of a source 6 sigma off");
        assertEquals(1, run("match", xray, "stars", pairs, "--sigma-column", "s", "--nearest", 1));
        assertEquals(1, run("match", xray, "stars", pairs, "--sigma-column", "dec", "--completeness", 1));
    }

    @Test
    void tableWithoutTheColumnOrCatalogueIsRefused() throws IOException {
        Path xray = Files.writeString(folder.resolve("xray.csv"), "name,ra,dec\na,150,2\n");
        assertEquals(1, run("match", xray, "stars", folder.resolve("pairs.csv")));
        assertEquals(1, run("match", xray, "galaxies", folder.resolve("pairs.csv"), "--id", "name"));
    }

    @Test
    void versionsAreInspectedPutToUseAndDeleted() throws IOException {
        String first = versionInUse();
        importing("other,10,10");
        String second = versionInUse();
        Path map = folder.resolve("map.svg");
        assertEquals(0, run("inspect", "stars", "--svg", map, "--counts"));
        assertTrue(Files.readString(map).startsWith("<svg"));
        assertEquals(0, run("activate", "stars", first));
        assertEquals(first, versionInUse());
        assertEquals(1, run("delete", "stars", first));
        assertEquals(0, run("delete", "stars", second.substring(0, 6)));
        assertEquals(1, catalogues().list().size());
        assertEquals(1, run("inspect", "stars", second));
    }

    private void importing(String... rows) throws IOException {
        Files.writeString(folder.resolve("stars.csv"), "id,ra,dec\n" + String.join("\n", rows) + "\n");
        assertEquals(0, run("import", folder.resolve("stars.yaml")));
    }

    private String versionInUse() {
        return catalogues().list().stream()
                .filter(StoredVersion::current)
                .map(stored -> stored.version().version())
                .findFirst()
                .orElseThrow();
    }

    private CatalogueFolder catalogues() {
        return new CatalogueFolder(new SuiteFolder(folder.resolve("suite")).catalogues());
    }

    private static List<String> idsOf(Path pairs) throws IOException {
        return Files.readAllLines(pairs).stream()
                .skip(1)
                .map(line -> line.split(",")[0] + "," + line.split(",")[1])
                .toList();
    }

    private int run(Object... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "catalogue";
        for (int i = 0; i < arguments.length; i++) {
            line[i + 1] = arguments[i].toString();
        }
        line[arguments.length + 1] = "--data";
        line[arguments.length + 2] = folder.resolve("suite").toString();
        return Main.commandLine().execute(line);
    }
}
