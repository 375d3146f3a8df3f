package io.lynceus.benchmarks.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A smaller run of `./lynceus benchmark reliability`.
class ReliabilityTest {
    private static final int SOURCES = 20_000;

    static Stream<SimulatedSky> examples() {
        return SimulatedSky.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void purityAndCompletenessAreWithinTwoPercentOfWhatTheProbabilitiesPromise(SimulatedSky sky) {
        Reliability measured = Reliability.of(sky, SOURCES, 2);
        assertEquals(SOURCES, measured.points().getLast().sources());
        assertTrue(measured.worstMiss() < 0.02, sky.name() + ": " + measured.worstMiss());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void probabilitiesThatPromiseTooMuchAreFoundOut(SimulatedSky sky) {
        SimulatedSky poorer = new SimulatedSky(
                sky.name(),
                sky.catalogues().stream()
                        .map(survey -> new SimulatedSky.Survey(
                                survey.densityPerSqDeg(), survey.sigmaArcsec(), survey.holdsCounterpart(), 0.3))
                        .toList(),
                sky.commonPerSqDeg());
        assertTrue(Reliability.of(poorer, 5000, 3).worstMiss() > 0.05, sky.name());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void drawingHasFourCurves(SimulatedSky sky) {
        String svg = ReliabilityDrawing.of(List.of(Reliability.of(sky, 3000, 4)));
        assertEquals(5, svg.split("<polyline").length);
        assertTrue(svg.contains(sky.name()));
    }
}
