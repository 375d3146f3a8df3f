package io.lynceus.runtime.missions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionsFileTest {
    private static final String LOBSTER = """
            missions:
              - names: [Lobster, LOB]
                instruments: [Eye]
                bands: { soft: [0.3, 1], hard: [1, 5] }
                error_containment: 0.9
                mean_epoch_year: 2026
                epoch_spread_years: 0.5
                photon_index: 2
                usual_error_arcsec: 30
            """;

    /// Evans et al. 2010, ApJS 189, 37: bands of table 4 and 95% ellipses of section 3.5.
    @Test
    void chandraIsAsCsc2PublishesIt() {
        assertEquals(
                mission(
                        List.of("Chandra", "CXO"),
                        List.of(),
                        bands(List.of("soft", "medium", "hard"), 0.5, 1.2, 2, 7),
                        0.95,
                        2008,
                        5,
                        OptionalDouble.of(0.8)),
                shipped("Chandra"));
    }

    /// Webb et al. 2020, A&A 641, A136: bands of table 3; its position error is a 63% radius.
    @Test
    void xmmNewtonIsAs4xmmPublishesIt() {
        assertEquals(
                mission(
                        List.of("XMM-Newton", "XMM"),
                        List.of(),
                        bands(List.of("1", "2", "3", "4", "5"), 0.2, 0.5, 1, 2, 4.5, 12),
                        0.63,
                        2011.5,
                        6.6,
                        OptionalDouble.of(1.5)),
                shipped("XMM"));
    }

    /// Evans et al. 2020, ApJS 247, 54: bands of table 2 and 90% radii.
    @Test
    void swiftIsAs2sxpsPublishesIt() {
        assertEquals(
                mission(
                        List.of("Swift"),
                        List.of("XRT"),
                        bands(List.of("soft", "medium", "hard"), 0.3, 1, 2, 10),
                        0.9,
                        2011.8,
                        3.9,
                        OptionalDouble.of(4)),
                shipped("Swift"));
    }

    /// Merloni et al. 2024, A&A 682, A34: bands P1 to P5 of the forced photometry; 68% radius.
    @Test
    void erositaIsAsErass1PublishesIt() {
        assertEquals(
                mission(
                        List.of("eROSITA", "SRG", "SRG/eROSITA"),
                        List.of("eROSITA"),
                        bands(List.of("P1", "P2", "P3", "P4", "P5"), 0.2, 0.5, 1, 2, 5, 8),
                        0.68,
                        2020.2,
                        0.15,
                        OptionalDouble.of(4.5)),
                shipped("eROSITA"));
    }

    /// Yuan et al. 2022, Handbook of X-ray and Gamma-ray Astrophysics: 0.5 to 4 keV, 90% radii.
    @Test
    void einsteinProbeIsAsItsAlertsPublishIt() {
        assertEquals(
                mission(
                        List.of("Einstein Probe", "EP", "EP-WXT"),
                        List.of("WXT", "EP-WXT"),
                        bands(List.of("full"), 0.5, 4),
                        0.9,
                        2025,
                        0.6,
                        OptionalDouble.empty()),
                shipped("EP"));
    }

    /// Sugizaki et al. 2011, PASJ 63, S635: bands and 90% radii of the Gas Slit Camera.
    @Test
    void maxiIsAsItsAlertsPublishIt() {
        assertEquals(
                mission(
                        List.of("MAXI"),
                        List.of("GSC"),
                        bands(List.of("soft", "medium", "hard"), 2, 4, 10, 20),
                        0.9,
                        2018,
                        4.9,
                        OptionalDouble.empty()),
                shipped("MAXI"));
    }

    @Test
    void noOtherMissionIsShipped() {
        assertEquals(
                List.of("Chandra", "XMM-Newton", "Swift", "eROSITA", "Einstein Probe", "MAXI"),
                MissionsFile.shipped().stream().map(Mission::name).toList());
    }

    @Test
    void aFileOfOnesOwnReplacesThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("missions.yaml"), LOBSTER);

        assertEquals(
                List.of(new Mission(
                        List.of("Lobster", "LOB"),
                        List.of("Eye"),
                        bands(List.of("soft", "hard"), 0.3, 1, 5),
                        0.9,
                        new JulianEpoch(2026),
                        0.5,
                        new PowerLaw(2),
                        OptionalDouble.of(30))),
                MissionsFile.read(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            error_containment: 0.9    | error_containment: 1.5   | mission Lobster, LOB: error_containment is 1.5, must lie in (0, 1) (probability)
            mean_epoch_year: 2026     | mean_epoch_year: 61041   | mission Lobster, LOB: epoch is 61041, must lie in [1800, 2200] Julian years
            epoch_spread_years: 0.5   | epoch_spread_years: -1   | mission Lobster, LOB: epoch_spread_years is -1, must be finite and >= 0, in yr
            photon_index: 2           | photon_index: 20         | mission Lobster, LOB: photon_index is 20, must lie in [-10, 10]
            usual_error_arcsec: 30    | usual_error_arcsec: 0    | mission Lobster, LOB: usual_error_arcsec is 0, must be finite and > 0, in arcsec
            soft: [0.3, 1]            | soft: [1, 0.3]           | mission Lobster, LOB: band soft: high_kev is 0.3, must be > low_kev = 1.0 keV
            soft: [0.3, 1]            | soft: [0, 1]             | mission Lobster, LOB: band soft: low_kev is 0, must be finite and > 0, in keV
            soft: [0.3, 1]            | soft: [0.3]              | mission Lobster, LOB: band soft is [0.3], must be two edges [keV]
            hard: [1, 5]              | hard: [2, 5]             | mission Lobster, LOB: band hard starts at 2.0 keV, must start where soft ends, at 1.0 keV
            names: [Lobster, LOB]     | names: []                | a mission: names are [], must be one at least, and none blank
            names: [Lobster, LOB]     | names: [Lobster, ~]      | missions[0].names[1] has no value
            photon_index: 2           | photon_index:            | missions[0].photon_index has no value
            usual_error_arcsec: 30    | usual_error: 30          | unknown field missions[0].usual_error; known here: bands, epoch_spread_years, error_containment, instruments, mean_epoch_year, names, photon_index, usual_error_arcsec
            error_containment: 0.9    | error_containment: high  | missions[0].error_containment: Cannot
            photon_index: 2           | mean_epoch_year: 2027    | Duplicate field 'mean_epoch_year'
            """)
    void aWrongFileIsRefusedWithItsNameTheKeyAndTheValue(
            String right, String wrong, String reason, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("missions.yaml"), LOBSTER.replace(right, wrong));

        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> MissionsFile.read(file))
                .getMessage());

        assertTrue(message.startsWith(file.toString()), message);
        assertTrue(message.contains(": " + reason), message);
    }

    @Test
    void aMissingKeyOrFileIsNamed(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("missions.yaml"), LOBSTER.replace("    error_containment: 0.9\n", ""));
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");

        assertEquals(
                file
                        + ": missions[0].error_containment: Missing required creator property 'error_containment' (index 3)",
                message(file));
        assertEquals(empty + ": the file has no value", message(empty));
        assertEquals(
                "cannot read " + folder.resolve("none.yaml") + ": java.nio.file.NoSuchFileException: "
                        + folder.resolve("none.yaml"),
                message(folder.resolve("none.yaml")));
    }

    private static String message(Path file) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> MissionsFile.read(file))
                .getMessage());
    }

    private static Mission shipped(String name) {
        return MissionsFile.shipped().stream()
                .filter(mission -> mission.isCalled(name))
                .findFirst()
                .orElseThrow();
    }

    private static Mission mission(
            List<String> names,
            List<String> instruments,
            List<Mission.Band> bands,
            double containment,
            double year,
            double spreadYears,
            OptionalDouble usualErrorArcsec) {
        return new Mission(
                names,
                instruments,
                bands,
                containment,
                new JulianEpoch(year),
                spreadYears,
                new PowerLaw(1.7),
                usualErrorArcsec);
    }

    private static List<Mission.Band> bands(List<String> names, double... edgesKev) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Mission.Band(names.get(i), new EnergyBand(edgesKev[i], edgesKev[i + 1])))
                .toList();
    }
}
