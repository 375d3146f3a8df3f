package io.lynceus.crossmatch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.crossmatch.Skies;
import io.lynceus.crossmatch.detection.ObservationEpoch;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.source.AssociationOutcome.AmbiguousSource;
import io.lynceus.crossmatch.source.AssociationOutcome.JoinedSource;
import io.lynceus.crossmatch.source.AssociationOutcome.NewSource;
import io.lynceus.sky.ErrorEllipse;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PositionCovariance;
import io.lynceus.sky.SkyPosition;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssociationPolicyTest {
    private static final SkyPosition HERE = new SkyPosition(15, -0.5);
    private static final AssociationPolicy ASSOCIATION = new AssociationPolicy(560);

    @Test
    void firstDetectionStartsASource() {
        NewSource outcome = assertInstanceOf(NewSource.class, associate(Skies.detection("first", HERE, 0.5)));
        assertEquals("LXS J010000.0-003000", outcome.source().name());
        // First 60 bits of sha256("first") in base 32, by Python's hashlib and base64.
        assertEquals("lx-u6jxwzfyzksy", outcome.source().id());
        assertEquals(HERE, outcome.source().position());
    }

    @Test
    void detectionAtTheSamePlaceJoins() {
        XraySource source = source("first", HERE, 0.5);
        JoinedSource outcome = assertInstanceOf(
                JoinedSource.class, associate(Skies.detection("second", HERE.offset(45, 1), 0.5), source));
        assertEquals(source.id(), outcome.source().id());
        assertEquals(Math.sqrt(2), outcome.agreement().match().separationSigma(), 1e-6);
        assertTrue(outcome.agreement().posterior() > 0.99);
    }

    @Test
    void threeSigmaInTwoDimensionsIsTheGate() {
        XraySource source = source("first", HERE, 0.3);
        double gateArcsec = Math.sqrt(11.83) * 0.5;
        assertInstanceOf(
                JoinedSource.class,
                associate(Skies.detection("in", HERE.offset(120, gateArcsec * 0.999), 0.4), source));
        assertInstanceOf(
                NewSource.class, associate(Skies.detection("out", HERE.offset(120, gateArcsec * 1.001), 0.4), source));
    }

    @Test
    void positionTooUncertainForTheDensityOfSourcesJoinsNothing() {
        XraySource source = source("first", HERE, 0.5);
        assertInstanceOf(NewSource.class, associate(Skies.detection("wide", HERE, 70), source));
        assertEquals(
                0, ASSOCIATION.cells(HERE, PositionCovariance.isotropic(70)).size());
    }

    @Test
    void detectionBetweenTwoSourcesStartsItsOwnAndNamesBoth() {
        XraySource near = source("near", HERE.offset(90, 2), 0.5);
        XraySource far = source("far", HERE.offset(270, 3), 0.5);
        AmbiguousSource outcome =
                assertInstanceOf(AmbiguousSource.class, associate(Skies.detection("wide", HERE, 2), far, near));
        assertEquals(
                List.of(near.id(), far.id()),
                outcome.candidates().stream().map(one -> one.source().id()).toList());
        assertTrue(outcome.source().doubtful());
    }

    @Test
    void doubtfulSourceStandsBackBehindAFirmOneAndIsJoinedWhereThereIsNone() {
        XraySource firm = source("firm", HERE, 0.5);
        XraySource doubtful = XraySource.startedBy(
                Skies.detection("wide", HERE.offset(0, 2), 2).located(), 1, true);
        assertEquals(
                firm.id(),
                assertInstanceOf(JoinedSource.class, associate(Skies.detection("a", HERE, 0.5), doubtful, firm))
                        .source()
                        .id());
        assertEquals(
                doubtful.id(),
                assertInstanceOf(
                                JoinedSource.class,
                                associate(Skies.detection("b", HERE.offset(0, 5), 0.5), doubtful, firm))
                        .source()
                        .id());
    }

    @Test
    void sourceStandsWhereItsSharpestDetectionIsWhateverTheOrder() {
        XrayDetection wide = Skies.detection("wide", HERE, 2);
        XrayDetection sharp = Skies.detection("sharp", HERE.offset(10, 1), 0.3);
        XrayDetection equal = Skies.detection("also-sharp", HERE.offset(200, 1), 0.3);
        XraySource first = XraySource.startedBy(wide.located(), 1, false);
        XraySource oneWay = first.with(sharp.located()).with(equal.located());
        XraySource otherWay = first.with(equal.located()).with(sharp.located());
        assertEquals(oneWay, otherWay);
        assertEquals(equal.position(), oneWay.position());
        assertEquals(first.id(), oneWay.id());
        assertEquals(first.name(), oneWay.name());
    }

    @Test
    void whateverCanBeOneSourceSharesACell() {
        Random random = new Random(7);
        int joined = 0;
        for (SkyPosition position : Skies.awkwardPositions(3, 4000)) {
            XraySource source =
                    XraySource.startedBy(elongated("s", position, random).located(), 1, false);
            XrayDetection detection = elongated(
                    "d",
                    position.offset(
                            random.nextDouble() * 360,
                            3.5 * random.nextDouble() * source.covariance().sigmaMajorArcsec()),
                    random);
            if (associate(detection, source) instanceof JoinedSource) {
                joined++;
                long[] sourceCells = ASSOCIATION
                        .cells(source.position(), source.covariance())
                        .cells();
                var detectionCells = ASSOCIATION.cells(detection.position(), detection.covariance());
                assertTrue(
                        Arrays.stream(sourceCells).anyMatch(detectionCells::contains), detection + " joins " + source);
            }
        }
        assertTrue(joined > 1000, "only " + joined + " joined");
    }

    private static XrayDetection elongated(String id, SkyPosition position, Random random) {
        double major = Math.exp(random.nextDouble() * Math.log(1000)) * 0.1;
        PositionCovariance covariance = new ErrorEllipse(
                        major, major * (0.1 + 0.9 * random.nextDouble()), random.nextDouble() * 180, 0.39)
                .covariance();
        return new XrayDetection(id, position, covariance, ObservationEpoch.at(new JulianEpoch(2000)));
    }

    private static XraySource source(String id, SkyPosition position, double sigmaArcsec) {
        return XraySource.startedBy(Skies.detection(id, position, sigmaArcsec).located(), 1, false);
    }

    private static AssociationOutcome associate(XrayDetection detection, XraySource... known) {
        return ASSOCIATION.associate(detection.located(), List.of(known));
    }
}
