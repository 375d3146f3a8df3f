package io.lynceus.standalone.simulator;

import io.lynceus.contracts.Detection;
import io.lynceus.sky.Containment;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.PowerLaw;
import io.lynceus.sky.SkyPosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One look of a mission at an object, long enough to detect it.
///
/// @param grossCounts counts in each of the mission's bands, background included
/// @param exposure length relative to a usual observation
/// @param flickerProbability probability, as a test would give it, that the flux varied while the mission looked
record Observation(
        SimulatedMission mission,
        Instant start,
        SkyPosition measured,
        List<Long> grossCounts,
        double exposure,
        double flickerProbability) {
    /// Signal-to-noise ratio from which a mission reports a source; a choice.
    private static final double DETECTED = 3.5;

    /// Net counts [sigma] below which a band is reported as a limit; a choice.
    private static final double MEASURED = 1;

    /// Confidence of the limits, 3 sigma; the contract of `POST /api/v1/classify`.
    private static final double LIMIT_CONFIDENCE = 0.997;

    /// Counts from which a mission says how likely the flux varied within the observation; a choice.
    private static final double TIMED_COUNTS = 80;

    /// Signal-to-noise ratio from which a power law is fitted; a choice.
    private static final double FITTED = 8;

    Observation {
        grossCounts = List.copyOf(grossCounts);
        if (!(exposure > 0)) {
            throw new IllegalArgumentException("exposure must be > 0: " + exposure);
        }
    }

    /// Looks with a mission that is likely to see the object, longer and longer until it does.
    static Observation draw(CelestialObject object, Dice dice) {
        double fluxCgs = object.fluxCgs() * object.variability().draw(dice);
        boolean flickers = dice.chance(object.variability().flickerChance());
        SimulatedMission mission = SimulatedMission.values()[
                dice.weighted(Arrays.stream(SimulatedMission.values())
                        .mapToDouble(m -> m.share() * detectability(m, fluxCgs))
                        .toArray())];
        double[] expected = mission.expectedCounts(fluxCgs, object.spectrum());
        double exposure = Math.pow(10, dice.gaussian(0, 0.25));
        List<Long> counts = counts(mission, expected, exposure, dice);
        while (!(signalToNoise(mission, counts, exposure) > DETECTED)) {
            exposure *= 1.5;
            counts = counts(mission, expected, exposure, dice);
        }
        JulianEpoch epoch = new JulianEpoch(mission.drawYear(dice));
        SkyPosition measured = dice.around(
                object.light().at(epoch), mission.positionSigmaArcsec(netCounts(mission, counts, exposure)));
        double steadiness = dice.uniform(0, 1);
        return new Observation(
                mission,
                epoch.instant().truncatedTo(ChronoUnit.SECONDS),
                measured,
                counts,
                exposure,
                flickers ? 1 - Math.pow(10, -1 - 4 * steadiness) : steadiness);
    }

    /// As the mission's catalogue would report it.
    Detection detection(String id) {
        double sigma = mission.positionSigmaArcsec(netCounts(mission, grossCounts, exposure));
        double signalToNoise = signalToNoise(mission, grossCounts, exposure);
        boolean timed = netCounts(mission, grossCounts, exposure) > TIMED_COUNTS && mission != SimulatedMission.EROSITA;
        Optional<PhotonIndex> fit =
                mission == SimulatedMission.SWIFT && signalToNoise > FITTED ? powerLaw() : Optional.empty();
        return new Detection(
                null,
                id,
                mission.label(),
                mission.instrument(),
                null,
                start.toString(),
                new Detection.Position(
                        Rounded.decimals(measured.raDeg(), 7),
                        Rounded.decimals(measured.decDeg(), 7),
                        Rounded.decimals(sigma * Containment.sigmaFactor(mission.containment()), 3),
                        null,
                        null,
                        mission.containment()),
                IntStream.range(0, grossCounts.size()).mapToObj(this::band).toList(),
                Rounded.decimals(signalToNoise, 2),
                timed ? Rounded.decimals(flickerProbability, 5) : null,
                null,
                fit.map(gamma -> Rounded.decimals(gamma.value(), 2)).orElse(null),
                fit.map(gamma -> Rounded.decimals(gamma.error(), 2)).orElse(null));
    }

    private Detection.Band band(int index) {
        SimulatedMission.Band band = mission.bands().get(index);
        double net = netCounts(index);
        double error = errorCounts(index);
        boolean measuredHere = net > MEASURED * error;
        double limit = Math.max(0, net) + 3 * error;
        return new Detection.Band(
                band.name(),
                band.kev().lowKev(),
                band.kev().highKev(),
                measuredHere ? fluxCgs(index, net) : null,
                measuredHere ? fluxCgs(index, error) : null,
                measuredHere ? null : fluxCgs(index, limit),
                measuredHere ? null : (@Nullable Double) LIMIT_CONFIDENCE);
    }

    /// Photon index and its error from the two hardest bands, by bisection of their ratio; absorption is not fitted.
    private Optional<PhotonIndex> powerLaw() {
        int hard = grossCounts.size() - 1;
        double soft = fluxCgs(hard - 1, netCounts(hard - 1));
        double ratio = fluxCgs(hard, netCounts(hard)) / soft;
        if (!(netCounts(hard) > errorCounts(hard) && netCounts(hard - 1) > errorCounts(hard - 1))) {
            return Optional.empty();
        }
        double steepest = 6;
        double flattest = -2;
        for (int i = 0; i < 30; i++) {
            double middle = (steepest + flattest) / 2;
            boolean tooHard = new PowerLaw(middle)
                            .fluxFactor(
                                    mission.bands().get(hard - 1).kev(),
                                    mission.bands().get(hard).kev())
                    > ratio;
            if (tooHard) {
                flattest = middle;
            } else {
                steepest = middle;
            }
        }
        double relativeError =
                Math.hypot(errorCounts(hard) / netCounts(hard), errorCounts(hard - 1) / netCounts(hard - 1));
        return Optional.of(new PhotonIndex(steepest, relativeError / Math.log(middle(hard) / middle(hard - 1))));
    }

    private record PhotonIndex(double value, double error) {}

    /// Logarithmic middle of a band [keV].
    private double middle(int band) {
        EnergyBand kev = mission.bands().get(band).kev();
        return Math.sqrt(kev.lowKev() * kev.highKev());
    }

    private double fluxCgs(int band, double counts) {
        return Rounded.figures(
                counts / (mission.countsPerFluence() * mission.bands().get(band).weight() * exposure), 4);
    }

    private double netCounts(int band) {
        return grossCounts.get(band) - mission.backgroundCounts() * exposure;
    }

    /// 1 sigma [counts]; one is added under the root so that no count is not taken for no error. A choice.
    private double errorCounts(int band) {
        return Math.sqrt(grossCounts.get(band) + 1.0);
    }

    private static List<Long> counts(SimulatedMission mission, double[] expected, double exposure, Dice dice) {
        return Arrays.stream(expected)
                .mapToObj(counts -> dice.poisson((counts + mission.backgroundCounts()) * exposure))
                .toList();
    }

    private static double netCounts(SimulatedMission mission, List<Long> gross, double exposure) {
        return gross.stream().mapToLong(Long::longValue).sum() - mission.backgroundCounts() * exposure * gross.size();
    }

    private static double signalToNoise(SimulatedMission mission, List<Long> gross, double exposure) {
        return netCounts(mission, gross, exposure)
                / Math.sqrt(gross.stream().mapToLong(Long::longValue).sum() + 1.0);
    }

    /// How readily a mission meets a source it can see: in full from 40 counts, as their square below; a choice.
    private static double detectability(SimulatedMission mission, double fluxCgs) {
        double counts = fluxCgs * mission.countsPerFluence();
        return Math.min(1, Math.pow(counts / 40, 2));
    }
}
