package io.lynceus.crossmatch.files.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.StoredEntries;
import io.lynceus.crossmatch.catalogue.CatalogueEntry;
import io.lynceus.crossmatch.catalogue.CatalogueMotion;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.catalogue.CatalogueStore;
import io.lynceus.crossmatch.catalogue.GalaxyDisc;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.crossmatch.catalogue.SkippedRow;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.PositionCovariance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTableOutput;

class CatalogueImportTest {
    private static final String STARS = """
            name: stars
            role: counterpart
            wavelength: optical
            file: table.csv
            columns: { id: id, ra: ra, dec: dec, epoch: 2016.0, error_ra_mas: e_ra, error_dec_mas: e_dec,
                       pmra_masyr: pmra, pmra_error_masyr: e_pm, pmdec_masyr: pmdec, parallax_mas: plx }
            magnitudes: { G: g }
            default_error_arcsec: 0.25
            max_error_arcsec: 10
            sky_coverage_sq_deg: 2
            """;

    @TempDir
    Path folder;

    private final StoredEntries store = new StoredEntries();
    private final List<CatalogueEntry> stored = store.entries();

    @Test
    void perAxisErrorsMotionsAndMagnitudesAreRead() throws IOException {
        ImportReport report = run(STARS, """
                id,ra,dec,e_ra,e_dec,pmra,pmdec,e_pm,plx,g
                007,10,20,300,400,1.5,-2,0.1,3.25,18.5
                bare,10,20,,,,,,,
                stand-in,10,20,1e20,5,1e20,2,1e20,NaN,1e+20
                """);
        CatalogueEntry star = stored.getFirst();
        assertEquals("007", star.id());
        assertEquals(new PositionCovariance(0.09, 0.16, 0), rounded(star.error()));
        assertEquals(1.5, star.motion().orElseThrow().east().value());
        assertEquals(OptionalDouble.of(0.1), star.motion().orElseThrow().east().error());
        assertEquals(OptionalDouble.empty(), star.motion().orElseThrow().north().error());
        assertEquals(3.25, star.parallax().orElseThrow().value());
        assertEquals(Map.of("G", 18.5), star.magnitudes());
        for (CatalogueEntry bare : stored.subList(1, 3)) {
            assertEquals(new PositionCovariance(0.0625, 0.0625, 0), rounded(bare.error()));
            assertEquals(Optional.<CatalogueMotion>empty(), bare.motion());
            assertEquals(Map.of(), bare.magnitudes());
        }
        assertEquals(3, report.provenance().rowsKept());
        assertEquals(2, report.profile().densityPerSqDeg());
    }

    @Test
    void badRowsAreSkippedCountedAndReportedWithLineAndReason() throws IOException {
        ImportReport report = run(STARS, """
                id,ra,dec,e_ra,e_dec,pmra,pmdec,e_pm,plx,g
                good,10,20,,,,,,,
                far,400,20,,,,,,,
                "split
                over",10,95,,,,,,,
                short,10,20
                nowhere,,20,,,,,,,
                ,10,20,,,,,,,
                wide,10,20,20000,1,,,,,
                worded,10,20,,,,,,,bright
                """);
        assertEquals(
                List.of(
                        new SkippedRow(3, "ra_deg is 400, must lie in [0, 360) deg"),
                        new SkippedRow(4, "dec_deg is 95, must lie in [-90, 90] deg"),
                        new SkippedRow(6, "row has 3 cells, the table 10 columns"),
                        new SkippedRow(7, "position is missing"),
                        new SkippedRow(8, "id is missing"),
                        new SkippedRow(9, "error is 20.0 arcsec, must be at most 10.0 arcsec"),
                        new SkippedRow(10, "G is 'bright', must be a number")),
                report.examples());
        assertEquals(8, report.provenance().rowsRead());
        assertEquals(1, report.provenance().rowsKept());
        assertEquals(7, report.provenance().rowsSkipped());
    }

    @Test
    void tableReadInPartsIsTheSameVersionWithTheSameReportAsTheTableReadRowByRow() throws IOException {
        int rows = 400_000;
        long[] id = LongStream.range(0, rows).toArray();
        double[] ra = LongStream.of(id)
                .mapToDouble(i -> i % 1000 == 999 ? 400 : i * 7e-4)
                .toArray();
        double[] dec = LongStream.of(id).mapToDouble(i -> i * 2e-4 - 40).toArray();
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(rows);
        table.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(new ColumnInfo("id", Long.class, ""), id));
        table.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(new ColumnInfo("ra", Double.class, ""), ra));
        table.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(new ColumnInfo("dec", Double.class, ""), dec));
        new StarTableOutput().writeStarTable(table, folder.resolve("table.fits").toString(), "fits");
        StringBuilder text = new StringBuilder("id,ra,dec\n");
        for (int i = 0; i < rows; i++) {
            text.append(id[i])
                    .append(',')
                    .append(ra[i])
                    .append(',')
                    .append(dec[i])
                    .append('\n');
        }
        String description = "name: x\nrole: class\nclass: XRB\ncolumns: { id: id, ra: ra, dec: dec }\nfile: table.";
        CatalogueFolder kept = new CatalogueFolder(folder.resolve("catalogues"));
        ImportReport inOrder = run(kept, description + "csv\n", text.toString());
        ImportReport inParts = run(kept, description + "fits\n", "");
        assertEquals(inOrder.version(), inParts.version());
        assertEquals(400, inParts.provenance().rowsSkipped());
        assertEquals(399_600, inParts.provenance().rowsKept());
        assertEquals(
                inOrder.examples().stream().map(SkippedRow::reason).toList(),
                inParts.examples().stream().map(SkippedRow::reason).toList());
        assertEquals(1000, inParts.examples().getFirst().line());
        assertEquals(rows, inParts.examples().getLast().line());
    }

    @Test
    void ellipsesCirclesAndDegreesBecomeTheSameError() throws IOException {
        String head = "name: x\nrole: class\nclass: XRB\nfile: table.csv\nerror_containment: 0.9\n";
        run(
                head + "columns: { id: id, ra: ra, dec: dec, error_major_arcsec: a, error_minor_arcsec: b,"
                        + " error_angle_deg: pa }\n",
                "id,ra,dec,a,b,pa\nellipse,1,2,3,1,90\nno-angle,1,2,3,1,\nswapped,1,2,1,3,0\n");
        double k = Containment.sigmaFactor(0.9);
        assertEquals(
                PositionCovariance.diagonal(3 / k, 1 / k).eastEast(),
                covariance(0).eastEast(),
                1e-12);
        assertEquals(PositionCovariance.isotropic(3 / k), covariance(1));
        assertEquals(
                PositionCovariance.diagonal(3 / k, 1 / k).eastEast(),
                covariance(2).eastEast(),
                1e-12);
        run(head + "columns: { id: id, ra: ra, dec: dec, error_deg: e }\n", "id,ra,dec,e\ncircle,1,2,0.001\n");
        assertEquals(
                PositionCovariance.isotropic(3.6 / k).eastEast(), covariance(0).eastEast(), 1e-12);
    }

    @Test
    void onlyAcceptedTypesAreKeptAndTheOthersAreNoErrors() throws IOException {
        ImportReport report = run("""
                name: novae
                role: class
                class: CV
                file: table.csv
                separator: ";"
                columns: { id: Name, ra: R.A., dec: Dec., type: Type }
                accept: { type: [N, DN] }
                """, """
                Name;R.A.;Dec.;Type
                one;01:33:08.72;-00:30:36;N
                two;01:33:08.72;-00:30:36;Candidate
                three;1:33:8.72,01:33:08.80;-0:30:36;DN
                four;01:33:08.72,05:33:08.72;-00:30:36;DN
                five;01:33.5;-00:30:36;DN
                """);
        assertEquals(1, report.provenance().rowsNotAccepted());
        assertEquals(
                List.of("one", "three"), stored.stream().map(CatalogueEntry::id).toList());
        assertEquals(23.286333333, stored.get(0).position().raDeg(), 1e-9);
        assertEquals(-0.51, stored.get(1).position().decDeg(), 1e-9);
        assertEquals(
                List.of(
                        new SkippedRow(5, "several positions are given, 215991 arcsec apart"),
                        new SkippedRow(6, "'01:33.5' has 2 sexagesimal fields, must have 3")),
                report.examples());
    }

    @Test
    void galaxyWithoutMinorAxisOrAngleIsACircle() throws IOException {
        run("""
                name: galaxies
                role: galaxy
                file: table.csv
                columns: { id: id, ra: ra, dec: dec, major_axis_arcmin: a, minor_axis_arcmin: b, position_angle_deg: pa,
                           redshift: z }
                """, """
                id,ra,dec,a,b,pa,z
                ellipse,1,2,10,5,30,-0.001
                no-minor,1,2,10,,30,
                no-angle,1,2,10,5,,
                no-size,1,2,,,,
                """);
        assertEquals(new GalaxyDisc(300, 150, 30, OptionalDouble.of(-0.001), OptionalDouble.empty()), disc(0));
        assertEquals(new GalaxyDisc(300, 300, 0, OptionalDouble.empty(), OptionalDouble.empty()), disc(1));
        assertEquals(disc(1), disc(2));
        assertEquals(3, stored.size());
    }

    @Test
    void unknownKeyIsRefusedWithItsNameAndTheKnownOnes() {
        assertRefused(STARS + "max_eror_arcsec: 10\n", "max_eror_arcsec is not known here", "max_error_arcsec");
        assertRefused(
                STARS.replace("e_ra,", "e_ra, error_rad_mas: e,"),
                "columns.error_rad_mas is not known here",
                "error_ra_mas");
    }

    @Test
    void descriptionThatCannotBeIsRefusedWithItsKey() {
        assertRefused(STARS.replace("role: counterpart", "role: friend"), "role is 'friend'");
        assertRefused(STARS.replace("wavelength: optical\n", ""), "wavelength is missing");
        assertRefused(STARS.replace("sky_coverage_sq_deg: 2\n", ""), "density_per_sq_deg is missing");
        assertRefused(STARS + "complete: false\n", "rows of a selection");
        assertRefused(STARS + "error_containment: 1\n", "error_containment is 1.0");
        assertRefused(STARS.replace("0.25", "small"), "default_error_arcsec is 'small'");
        assertRefused(STARS.replace("plx }", "parallax }"), "has no column 'parallax'");
        assertRefused("- a list\n", "must be a mapping");
        assertRefused("name: [", "is no YAML");
        assertRefused("name: !!java.net.URL [\"http://localhost\"]\n", "is no YAML");
    }

    @Test
    void tableImportedAgainIsTheSameVersionAndKeepsTheProvenanceOfItsFirstImport() throws IOException {
        String table = "id,ra,dec,e_ra,e_dec,pmra,pmdec,e_pm,plx,g\ngood,10,20,,,,,,,\nfar,400,20,,,,,,,\n";
        CatalogueFolder kept = new CatalogueFolder(folder.resolve("catalogues"));
        Instant before = Instant.now();
        ImportReport first = run(kept, STARS, table);
        ImportReport again = run(kept, STARS, table);
        assertEquals(first.version(), again.version());
        assertTrue(again.provenance().imported().isAfter(first.provenance().imported()));
        CatalogueProvenance provenance = kept.list().getFirst().provenance().orElseThrow();
        assertEquals(first.provenance(), provenance);
        assertEquals(
                first.provenance(), kept.inspect(first.version()).provenance().orElseThrow());
        assertEquals("table.csv", provenance.table());
        assertEquals(table.length(), provenance.tableBytes());
        assertEquals(ContentDigest.ofContents(STARS.getBytes(StandardCharsets.UTF_8)), provenance.description());
        assertTrue(!provenance.imported().isBefore(before), provenance.imported() + " is before " + before);
        assertEquals(2, provenance.rowsRead());
        assertEquals(1, provenance.rowsKept());
        assertEquals(1, provenance.rowsSkipped());
        assertTrue(provenance.lynceus().matches("[0-9]+[.][0-9]+[.][0-9]+.*"), provenance.lynceus());
    }

    private void assertRefused(String description, String... parts) {
        String message = assertThrows(
                        InvalidDescription.class,
                        () -> run(description, "id,ra,dec,e_ra,e_dec,pmra,pmdec,e_pm,plx,g\n"))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private ImportReport run(String description, String table) throws IOException {
        return run(store, description, table);
    }

    private ImportReport run(CatalogueStore into, String description, String table) throws IOException {
        Files.writeString(folder.resolve("table.csv"), table, StandardCharsets.UTF_8);
        Path yaml = Files.writeString(folder.resolve("catalogue.yaml"), description, StandardCharsets.UTF_8);
        return new CatalogueImport(into).run(yaml, (_, _) -> {});
    }

    private PositionCovariance covariance(int row) {
        return stored.get(row).error().covariance();
    }

    private GalaxyDisc disc(int row) {
        return stored.get(row).disc().orElseThrow();
    }

    /// The covariance to twelve decimals, so that it can be compared as a whole.
    private static PositionCovariance rounded(ErrorEllipse error) {
        PositionCovariance covariance = error.covariance();
        return new PositionCovariance(
                rounded(covariance.eastEast()), rounded(covariance.northNorth()), rounded(covariance.eastNorth()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e12) / 1e12;
    }
}
