package io.lynceus.standalone.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Detection;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
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
    void a4xmmDetectionHasItsBandsAndTheProbabilityThatItVaries() throws IOException {
        Detection detection = only(read("""
                DETID,SRCID,IAUNAME,RA,DEC,POSERR,MJD_START,EP_CHI2PROB,EP_1_FLUX,EP_1_FLUX_ERR,EP_2_FLUX,\
                EP_2_FLUX_ERR,EP_3_FLUX,EP_3_FLUX_ERR,EP_4_FLUX,EP_4_FLUX_ERR,EP_5_FLUX,EP_5_FLUX_ERR,EP_8_FLUX
                104,2,4XMM J000000.0+000000,0.5,-0.25,1.1,52000.25,0.02,1e-15,2e-16,2e-15,3e-16,,,4e-15,1e-15,0,3e-15,8e-15
                """));
        assertEquals("XMM-Newton", detection.mission());
        assertEquals(0.632, detection.position().errorContainment());
        assertEquals("2001-04-01T06:00:00Z", detection.start());
        assertEquals(0.98, detection.intraObservationVariability(), 1e-12);
        assertEquals(
                List.of("1", "2", "4", "5"),
                detection.bands().stream().map(Detection.Band::name).toList());
        assertEquals(4.5, detection.bands().get(2).highKev());
    }

    @Test
    void a2sxpsSourceHasTheMeanOfItsTwoErrors() throws IOException {
        Detection detection = only(read("""
                2SXPS_ID,IAUName,RA,Decl,Err90,FixedPowFlux,FixedPowFlux_pos,FixedPowFlux_neg
                7,2SXPS J010203.4+050607,15.5,5.1,4.2,5e-13,2e-13,-1e-13
                """));
        assertEquals("Swift", detection.mission());
        assertEquals(0.9, detection.position().errorContainment());
        assertEquals(1.5e-13, detection.bands().getFirst().fluxErrorCgs(), 1e-20);
        assertEquals(10, detection.bands().getFirst().highKev());
    }

    @Test
    void anErass1SourceHasAPerAxisError() throws IOException {
        Detection detection = only(read("""
                IAUNAME,DETUID,RA,DEC,POS_ERR,MJD,ML_FLUX_P1,ML_FLUX_ERR_P1,ML_FLUX_P2,ML_FLUX_ERR_P2,ML_FLUX_P3,\
                ML_FLUX_ERR_P3,ML_FLUX_P4,ML_FLUX_ERR_P4,ML_FLUX_P5,ML_FLUX_ERR_P5
                1eRASS J000102.3-040506,em01_001_020_ML00001,0.26,-4.085,3.1,58900,1e-14,5e-15,2e-14,6e-15,3e-14,7e-15,,,,
                """));
        assertEquals("em01_001_020_ML00001", detection.id());
        assertEquals(0.3935, detection.position().errorContainment());
        assertEquals(3, detection.bands().size());
        assertEquals(7e-15, detection.bands().getLast().fluxErrorCgs());
    }

    @Test
    void aMasterSourceOfChandraHasItsEllipseAndHalfTheDistanceOfItsBounds() throws IOException {
        Detection detection = only(read("""
                name,ra,dec,err_ellipse_r0,err_ellipse_r1,err_ellipse_ang,significance,var_intra_prob_b,\
                var_inter_prob_b,flux_aper_s,flux_aper_lolim_s,flux_aper_hilim_s,flux_aper_m,flux_aper_lolim_m,\
                flux_aper_hilim_m,flux_aper_h,flux_aper_lolim_h,flux_aper_hilim_h
                2CXO J000009.3+135618,0.039,13.938,0.9,0.7,33,4.2,0.1,,2e-15,1e-15,4e-15,5e-16,2e-16,8e-16,2e-15,1e-15,3e-15
                """));
        assertEquals(0.7, detection.position().errorMinorArcsec());
        assertEquals(33, detection.position().errorAngleDeg());
        assertEquals(1.5e-15, detection.bands().getFirst().fluxErrorCgs(), 1e-24);
        assertNull(detection.interObservationVariability());
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
