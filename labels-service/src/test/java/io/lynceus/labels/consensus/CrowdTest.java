package io.lynceus.labels.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.testing.SimulatedCrowd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Methods against the truth of simulated crowds; `./lynceus benchmark consensus` prints the same as a table.
class CrowdTest {
    private static final SimulatedCrowd MIXED = SimulatedCrowd.mixed(5_000, 500, 50_000, 1);

    private static VoteMatrix votes(SimulatedCrowd crowd) {
        return VoteMatrix.of(
                SimulatedCrowd.CLASSES,
                crowd.truth().length,
                crowd.users(),
                crowd.source(),
                crowd.user(),
                crowd.answer());
    }

    private static Scorecard score(ConsensusMethod method, SimulatedCrowd crowd) {
        return Scorecard.of(method.estimate(votes(crowd)).posteriors(), crowd.truth());
    }

    @Test
    void dawidSkeneBeatsTheMajorityWhereSomeMislead() {
        Scorecard majority = score(new MajorityVote(), MIXED);
        Scorecard dawidSkene = score(new DawidSkene(), MIXED);
        assertTrue(dawidSkene.accuracy().low() > majority.accuracy().high(), dawidSkene + " and " + majority);
    }

    @Test
    void priorsMakeDawidSkeneBetterThanItsMaximumLikelihood() {
        Scorecard published = score(new DawidSkene(ErrorModel.FULL, Priors.NONE, Iterations.USUAL), MIXED);
        Scorecard ours = score(new DawidSkene(), MIXED);
        assertTrue(ours.accuracy().low() > published.accuracy().high(), ours + " and " + published);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void dawidSkeneIsNotFarBelowTheMajorityWhereItHasLittleToLearn(int votesPerSource) {
        SimulatedCrowd easy = SimulatedCrowd.easy(1_000, 400, votesPerSource * 1_000, 2);
        double majority = score(new MajorityVote(), easy).accuracy().share();
        double dawidSkene = score(new DawidSkene(), easy).accuracy().share();
        assertTrue(dawidSkene >= majority - 0.005, () -> dawidSkene + " and " + majority);
    }

    @Test
    void temperatureOfAFewKnownSourcesCalibratesTheOthers() {
        Posteriors posteriors = new DawidSkene().estimate(votes(MIXED)).posteriors();
        byte[] known = MIXED.truth().clone();
        Arrays.fill(known, 500, known.length, VoteMatrix.NO_CLASS);
        Scorecard before = Scorecard.of(posteriors, MIXED.truth());
        Scorecard after = Scorecard.of(Temperature.fit(posteriors, known).of(posteriors), MIXED.truth());
        assertEquals(before.accuracy(), after.accuracy());
        assertTrue(after.calibrationError() < 0.04, () -> before + " then " + after);
    }

    @Test
    void temperatureOfCalibratedPosteriorsIsOne() {
        byte[] truth = new byte[1000];
        double[] probabilities = new double[3 * truth.length];
        for (int source = 0; source < truth.length; source++) {
            truth[source] = (byte) (source % 10 < 7 ? 0 : source % 10 < 9 ? 1 : 2);
            probabilities[3 * source] = 0.7;
            probabilities[3 * source + 1] = 0.2;
            probabilities[3 * source + 2] = 0.1;
        }
        assertEquals(1, Temperature.fit(new Posteriors(3, probabilities), truth).value(), 1e-6);
    }

    @Test
    void temperatureDoesNotDependOnClassesThatAreOutOfTheQuestion() {
        List<double[]> four = new ArrayList<>();
        List<double[]> five = new ArrayList<>();
        byte[] truth = new byte[200];
        for (int source = 0; source < truth.length; source++) {
            truth[source] = (byte) (source % 3);
            double[] posterior = {0.05, 0.05, 0.05, 0.05};
            posterior[source % 7 < 5 ? source % 3 : 3] = 0.85;
            four.add(posterior);
            double[] more = Arrays.copyOf(posterior, 5);
            more[4] = Double.NaN;
            five.add(more);
        }
        double expected = Temperature.fit(Posteriors.of(four), truth).value();
        assertTrue(expected > 1, () -> "temperature " + expected);
        assertEquals(expected, Temperature.fit(Posteriors.of(five), truth).value(), 1e-9);
    }
}
