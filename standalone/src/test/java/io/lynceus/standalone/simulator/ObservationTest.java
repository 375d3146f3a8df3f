package io.lynceus.standalone.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Detection;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PowerLaw;
import io.lynceus.sky.SkyPosition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final double FLUX_CGS = 1e-12;
    private static final int MANY = 4000;

    /// A fast star near the pole, steady, with a plain power law of photon index 1.7.
    private static final CelestialObject STEADY = new CelestialObject(
            ObjectClass.STAR,
            "star",
            new Light(
                    new SkyPosition(359.9999, 88),
                    new io.lynceus.sky.ProperMotion(500, -300, 0, 0),
                    10,
                    Photometry.NOTHING),
            FLUX_CGS,
            new Spectrum.AbsorbedPowerLaw(1.7, 0),
            new Variability(0, 0, 0, 0));

    @Test
    void theTruePositionLiesWithinTheErrorAsOftenAsTheMissionSays() {
        for (SimulatedMission mission : SimulatedMission.values()) {
            List<Detection> detections = detections()
                    .filter(d -> d.mission().equals(mission.label()))
                    .toList();
            long inside = detections.stream()
                    .filter(detection ->
                            separationArcsec(detection) <= detection.position().errorMajorArcsec())
                    .count();
            double sigma = Math.sqrt(mission.containment() * (1 - mission.containment()) / detections.size());
            assertEquals(mission.containment(), (double) inside / detections.size(), 4 * sigma, mission.label());
        }
    }

    @Test
    void fluxesScatterRoundTheTrueOnesAsTheirErrorsSay() {
        double sum = 0;
        double squares = 0;
        int bands = 0;
        for (Detection detection : detections().toList()) {
            for (Detection.Band band : detection.bands()) {
                double expected = FLUX_CGS
                        * new PowerLaw(1.7)
                                .fluxFactor(Spectrum.REFERENCE, new EnergyBand(band.lowKev(), band.highKev()));
                if (band.fluxErrorCgs() != null && band.fluxCgs() / band.fluxErrorCgs() > 10) {
                    double pull = (band.fluxCgs() - expected) / band.fluxErrorCgs();
                    sum += pull;
                    squares += pull * pull;
                    bands++;
                }
            }
        }
        assertEquals(0, sum / bands, 0.1);
        assertEquals(1, squares / bands, 0.1);
    }

    @Test
    void aBandWithoutSignalHasALimitInPlaceOfAFlux() {
        Observation silent = new Observation(
                SimulatedMission.SWIFT,
                Instant.parse("2010-01-01T00:00:00Z"),
                new SkyPosition(10, 10),
                List.of(60L, 1L, 0L),
                1,
                0.5);
        List<Detection.Band> bands = silent.detection("silent").bands();
        assertTrue(bands.get(0).fluxCgs() > 0);
        assertEquals(0.997, bands.get(1).upperLimitConfidence());
        assertTrue(bands.get(2).fluxCgs() == null && bands.get(2).upperLimitCgs() > 0);
    }

    @Test
    void aPhotonIndexIsMeasuredFromTheBandsItWasDrawnFrom() {
        double[] indices = detections()
                .filter(d -> d.photonIndex() != null)
                .mapToDouble(Detection::photonIndex)
                .sorted()
                .toArray();
        assertEquals(1.7, indices[indices.length / 2], 0.05);
    }

    private static Stream<Detection> detections() {
        Dice dice = Dice.of(3, "observations");
        return Stream.generate(() -> Observation.draw(STEADY, dice).detection("any"))
                .limit(MANY);
    }

    private static double separationArcsec(Detection detection) {
        SkyPosition there = STEADY.light().at(JulianEpoch.of(Instant.parse(detection.start())));
        return there.separationArcsec(new SkyPosition(
                detection.position().raDeg(), detection.position().decDeg()));
    }
}
