package io.lynceus.standalone.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Detection;
import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionRowsTest {
    private static final String CSC_HEADER =
            "name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter\n";

    private static final String OWN_MAPPING = """
            title: my table
            columns: { id: obs, ra_deg: alpha, dec_deg: delta, start_mjd: mjd, error_major_arcsec: r90 }
            defaults: { mission: Swift, instrument: XRT, error_containment: 0.9, error_major_arcsec: 5 }
            factors: { f: 1.0e-12, lim: 1.0e-12 }
            bands:
              full: { low_kev: 0.3, high_kev: 10, flux_cgs: f, upper_limit_cgs: lim, upper_limit_confidence: 0.997 }
            """;

    @TempDir
    private Path folder;

    @Test
    void theMappingOfATableIsFoundByItsColumns() throws IOException {
        Detection detection = only(read(CSC_HEADER + "2CXO J1,10.5,-20.25,0.8,5.5,1e-15,2e-16,,,3e-15,1e-15,0.9,\n"));
        assertEquals("Chandra", detection.mission());
        assertEquals(0.95, detection.position().errorContainment());
        assertEquals(
                List.of("soft", "hard"),
                detection.bands().stream().map(Detection.Band::name).toList());
        assertEquals(0.9, detection.intraObservationVariability());
        assertNull(detection.interObservationVariability());
    }

    @Test
    void unitsAndDefaultsComeFromTheMapping() throws IOException {
        List<Object> rows =
                read("obs,alpha,delta,mjd,r90,f,lim\na,1,2,51544.5,3.5,2.5,\nb,1,2,,,,4\n", mapping(OWN_MAPPING));
        Detection measured = (Detection) rows.get(0);
        assertEquals("2000-01-01T12:00:00Z", measured.start());
        assertEquals(2.5e-12, measured.bands().getFirst().fluxCgs(), 1e-20);
        Detection limited = (Detection) rows.get(1);
        assertEquals(5, limited.position().errorMajorArcsec());
        assertEquals(4e-12, limited.bands().getFirst().upperLimitCgs(), 1e-20);
        assertEquals(0.997, limited.bands().getFirst().upperLimitConfidence());
    }

    @Test
    void aBadRowIsRefusedWithItsReasonAndTheOthersAreRead() throws IOException {
        List<Object> rows = read(CSC_HEADER
                + "a,10,20,,5,1e-15,,,,,,,\n"
                + "b,10,20,0.8,5,abc,,,,,,,\n"
                + "c,10,20,0.8,5,,,,,,,,\n"
                + "d,10,20,0.8,5,1e-15,,,,,,,\n");
        assertEquals("2: error_major_arcsec is missing: column err95 is blank", rows.get(0));
        assertEquals("3: flux_soft is 'abc', must be a number", rows.get(1));
        assertEquals("4: no band has a flux or an upper limit", rows.get(2));
        assertEquals("d", ((Detection) rows.get(3)).id());
    }

    @Test
    void aTableThatNoMappingFitsIsRefusedWithItsColumns() {
        String message = assertThrows(IllegalArgumentException.class, () -> read("alpha,beta\n1,2\n"))
                .getMessage();
        assertTrue(message.contains("(alpha, beta)") && message.contains("--mapping"), message);
    }

    @Test
    void aColumnThatTheTableLacksIsNamed() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> read("obs,alpha,delta,mjd,f,lim\n", mapping(OWN_MAPPING)))
                .getMessage();
        assertTrue(message.contains("has no column r90, which the mapping 'my table' names"), message);
    }

    @Test
    void aMappingSaysWhatIsWrongInIt() {
        assertTrue(refusal(OWN_MAPPING.replace("ra_deg", "ra")).contains("ra is not known; known are dec_deg, "));
        assertTrue(refusal(OWN_MAPPING.replace("mission: Swift, ", ""))
                .contains("mission is missing: it needs a column or a default"));
        assertTrue(refusal(OWN_MAPPING.replace("flux_cgs: f", "flux: f")).contains("bands.full.flux is not known"));
        assertTrue(refusal(OWN_MAPPING.replace("low_kev: 0.3", "low_kev: low")).contains("bands.full.low_kev"));
    }

    @Test
    void everyRealDetectionIsRead() {
        List<Object> rows = read(SharedData.require("csc_detections.csv"), Optional.empty());
        assertEquals(2951, rows.stream().filter(Detection.class::isInstance).count());
        assertEquals(2951, rows.size());
    }

    @Test
    void aRowThatBreaksTheContractIsRefusedWithValueAndUnit() throws IOException {
        List<Object> rows = read(CSC_HEADER + "a,10,95,0.8,5,1e-15,,,,,,,\n");
        assertTrue(((String) rows.getFirst()).contains("dec_deg is 95"), rows::toString);
    }

    private String refusal(String mapping) {
        return assertThrows(IllegalArgumentException.class, () -> mapping(mapping))
                .getMessage();
    }

    private Optional<TableMapping> mapping(String yaml) throws IOException {
        return Optional.of(TableMapping.read(Files.writeString(folder.resolve("mapping.yaml"), yaml)));
    }

    private static Detection only(List<Object> rows) {
        assertEquals(1, rows.size());
        return (Detection) rows.getFirst();
    }

    private List<Object> read(String csv) throws IOException {
        return read(csv, Optional.empty());
    }

    private List<Object> read(String csv, Optional<TableMapping> mapping) throws IOException {
        return read(Files.writeString(folder.resolve("table.csv"), csv), mapping);
    }

    /// Detections, and `line: reason` in place of rows that make none.
    private static List<Object> read(Path table, Optional<TableMapping> mapping) {
        List<Object> rows = new ArrayList<>();
        DetectionRows.read(table, mapping, (row, used, line) -> {
            try {
                rows.add(row.detection());
            } catch (RowRefused e) {
                rows.add(line + ": " + e.getMessage());
            }
        });
        return rows;
    }
}
