package io.lynceus.benchmarks.training;

import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.ModelFit;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.Classification;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.classifier.training.TrainingOptions;
import io.lynceus.feature.config.RulesFile;
import io.lynceus.feature.features.FeatureExtractor;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.Scorecard;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.TwoWitnesses;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.training.LabelledSample;
import io.lynceus.standalone.training.LabelledSource;
import io.lynceus.standalone.training.SimulatedSample;
import io.lynceus.testing.SimulatedCrowd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./lynceus benchmark witness`: crowd and classifier against simulated truth, each alone and both together.
///
/// A model learns from some sources of a simulated survey. Of the others the first 500 are known to everybody but
/// the model: they teach the skill of the volunteers and give the temperatures. The rest judge.
@Command(
        name = "witness",
        description = "Scores the crowd, the classifier and both together on simulated sources.",
        mixinStandardHelpOptions = true)
public final class WitnessBenchmark implements Callable<Integer> {
    private static final Taxonomy CLASSES = Taxonomy.FOUR_CLASSES;
    private static final int KNOWN = 500;
    private static final int USERS = 500;
    private static final int INNER_FOLDS = 5;

    @Option(names = "--sources", defaultValue = "6000", description = "Sources of the survey (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--learn", defaultValue = "300", description = "Of them to learn from (${DEFAULT-VALUE}).")
    private int learn;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of survey and crowd (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        List<LabelledSource> drawn = new ArrayList<>(survey());
        Collections.shuffle(drawn, new Random(seed));
        List<LabelledSource> taught = drawn.subList(0, learn);
        List<LabelledSource> others = drawn.subList(learn, drawn.size());
        Classifier classifier = learned(taught);
        List<double[]> said = said(classifier, others);
        byte[] truth = truth(others);
        Temperature heldOut = Temperature.fit(Posteriors.of(said.subList(0, KNOWN)), Arrays.copyOf(truth, KNOWN));
        Temperature own = Temperature.fit(Posteriors.of(said(classifier, taught)), truth(taught));
        System.out.printf(
                Locale.ROOT,
                "%d sources to learn from, %d known, %d that judge; the classifier's temperature is %.2f from the"
                        + " known, %.2f from those it learned from%n%n%6s %-11s %8s %18s %11s %6s%n",
                learn,
                KNOWN,
                truth.length - KNOWN,
                heldOut.value(),
                own.value(),
                "votes",
                "witness",
                "accuracy",
                "95%",
                "confidence",
                "ECE");
        for (int each : new int[] {2, 3, 5, 10}) {
            score(each, SimulatedCrowd.about(truth, USERS, each * truth.length, seed), said, heldOut.atLeastOne());
        }
        return 0;
    }

    private List<LabelledSource> survey() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return new SimulatedSample(new FeatureExtractor(RulesFile.shipped()), folder.path())
                    .draw(SurveyPlan.of(sources, seed)).sources().stream()
                            .filter(source -> CLASSES.indexOf(new SourceClass(source.sourceClass())) >= 0)
                            .toList();
        }
    }

    private Classifier learned(List<LabelledSource> taught) {
        LabelledSample sample = new LabelledSample("simulation", taught, 0);
        TrainingTable table = sample.table(FeatureSet.standard());
        TrainingOptions options = TrainingOptions.standard(CLASSES, INNER_FOLDS, seed);
        return new Classifier(
                new ModelId("witness", "1"),
                new ModelFit(options.fitOptions(WeightedEvidence.NAME, table))
                        .fit("witness", Set.of(), Prior.SURVEY_FOUR_CLASSES, table, sample.description(), "benchmark"));
    }

    /// Posteriors over the classes of the crowd; the classifier does not know the last one.
    private static List<double[]> said(Classifier classifier, List<LabelledSource> of) {
        List<Classification> classified = classifier.classify(
                of.stream().map(LabelledSource::classifiable).toList());
        return classified.stream()
                .map(one -> {
                    double[] posterior = new double[SimulatedCrowd.CLASSES];
                    Arrays.setAll(
                            posterior,
                            c -> c < CLASSES.size() ? one.probabilities().get(c) : Double.NaN);
                    return posterior;
                })
                .toList();
    }

    private static byte[] truth(List<LabelledSource> of) {
        byte[] truth = new byte[of.size()];
        for (int source = 0; source < truth.length; source++) {
            truth[source] =
                    (byte) CLASSES.indexOf(new SourceClass(of.get(source).sourceClass()));
        }
        return truth;
    }

    private static void score(int each, SimulatedCrowd cast, List<double[]> said, Temperature model) {
        byte[] known = cast.truth().clone();
        Arrays.fill(known, KNOWN, known.length, VoteMatrix.NO_CLASS);
        VoteMatrix votes =
                VoteMatrix.of(SimulatedCrowd.CLASSES, known, cast.users(), cast.source(), cast.user(), cast.answer());
        Estimate estimate = new DawidSkene().estimate(votes);
        RunningCrowd crowd = RunningCrowd.of(Priors.USUAL, votes, estimate);
        Temperature temperature = Temperature.fit(
                Posteriors.of(IntStream.range(0, KNOWN)
                        .mapToObj(source -> crowd.posterior(unknown(votes, source)))
                        .toList()),
                Arrays.copyOf(known, KNOWN));
        TwoWitnesses both = new TwoWitnesses(crowd.classShares(), temperature, model);
        List<double[]> classifier = said.stream().map(both::classifier).toList();
        List<double[]> judged = IntStream.range(KNOWN, known.length)
                .mapToObj(estimate.posteriors()::row)
                .toList();
        byte[] truth = Arrays.copyOfRange(cast.truth(), KNOWN, known.length);
        print(each, "classifier", classifier.subList(KNOWN, known.length), truth);
        print(each, "crowd", judged.stream().map(temperature::of).toList(), truth);
        print(
                each,
                "both",
                IntStream.range(0, truth.length)
                        .mapToObj(source -> both.combined(judged.get(source), classifier.get(KNOWN + source)))
                        .toList(),
                truth);
    }

    private static SourceVotes unknown(VoteMatrix votes, int source) {
        int[] users = IntStream.range(votes.begin(source), votes.end(source))
                .map(votes::user)
                .toArray();
        byte[] answers = new byte[users.length];
        for (int i = 0; i < users.length; i++) {
            answers[i] = (byte) votes.answer(votes.begin(source) + i);
        }
        return new SourceVotes(users, answers, 0, new double[0], VoteMatrix.NO_CLASS);
    }

    private static void print(int each, String witness, List<double[]> posteriors, byte[] truth) {
        Scorecard card = Scorecard.of(Posteriors.of(posteriors), truth);
        System.out.printf(
                Locale.ROOT,
                "%6d %-11s %8.4f   [%.4f, %.4f] %11.3f %6.3f%n",
                each,
                witness,
                card.accuracy().share(),
                card.accuracy().low(),
                card.accuracy().high(),
                card.meanConfidence(),
                card.calibrationError());
    }
}
