package io.lynceus.benchmarks.training;

import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.fitting.ConfusionMatrix;
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
import io.lynceus.labels.Interest;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.TwoWitnesses;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.standalone.training.LabelledSample;
import io.lynceus.standalone.training.LabelledSource;
import io.lynceus.testing.SimulatedCrowd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Classifier, volunteers and the next classifier, round after round, on simulated sources whose truth is known.
///
/// Half of the sources judge and are never asked about. Of the others some are known from the start; the crowd's
/// votes on each are drawn once, so that two ways of asking get the same answers to the same question. Every round
/// asks for so many votes, hears them by Dawid–Skene at a temperature learned from the known sources, and learns a
/// model from what is known and what crowd and classifier together are sure of.
final class LabellingLoop {
    private static final Taxonomy CLASSES = Taxonomy.FOUR_CLASSES;
    private static final int USERS = 500;
    /// Share of sources asked about whatever their interest, as labels-service is configured.
    private static final double EXPLORATION = 0.1;
    private static final int INNER_FOLDS = 5;
    /// As `model fit --with-consensus` does it: once more with the model that came of it.
    private static final int PASSES = 2;
    /// Of a class among the sources asked about, so that none is impossible.
    private static final double LEAST_SHARE = 1e-6;
    private static final int FEWEST_OF_A_CLASS = 5;

    private final List<LabelledSource> pool;
    private final List<LabelledSource> judges;
    private final int start;
    private final double sure;
    private final long seed;
    private final SimulatedCrowd crowd;
    private final int[] votesOf;

    /// Scores after a round.
    ///
    /// @param votes cast so far
    /// @param labels learned from by consensus
    /// @param binaries of those, called X-ray binaries
    /// @param right of those, of the class they are called
    record State(int votes, int labels, int binaries, int right, double binaryF1, double macroF1) {}

    /// @param sources shuffled here
    /// @param start how many of them are known from the start
    /// @param votesEach that the crowd has for a source, in the mean
    /// @param sure confidence from which a consensus is learned from
    LabellingLoop(List<LabelledSource> sources, int start, int votesEach, double sure, long seed) {
        List<LabelledSource> shuffled = new ArrayList<>(sources.stream()
                .filter(source -> CLASSES.indexOf(new SourceClass(source.sourceClass())) >= 0)
                .toList());
        Collections.shuffle(shuffled, new Random(seed));
        pool = everyClassFirst(shuffled.subList(0, shuffled.size() / 2));
        judges = shuffled.subList(shuffled.size() / 2, shuffled.size());
        this.start = start;
        this.sure = sure;
        this.seed = seed;
        byte[] truth = new byte[pool.size()];
        for (int source = 0; source < truth.length; source++) {
            truth[source] = (byte) classOf(pool.get(source));
        }
        crowd = SimulatedCrowd.about(truth, USERS, votesEach * truth.length, seed);
        votesOf = new int[truth.length];
        Arrays.stream(crowd.source()).forEach(source -> votesOf[source]++);
    }

    /// Some sources of every class before all others, so that those known from the start have them.
    private static List<LabelledSource> everyClassFirst(List<LabelledSource> sources) {
        Set<LabelledSource> ordered = new LinkedHashSet<>();
        for (SourceClass each : CLASSES.classes()) {
            sources.stream()
                    .filter(source -> source.sourceClass().equals(each.name()))
                    .limit(FEWEST_OF_A_CLASS)
                    .forEach(ordered::add);
        }
        ordered.addAll(sources);
        return List.copyOf(ordered);
    }

    /// @param byPolicy whether sources are asked about by their interest, or any
    /// @param votesPerRound that are cast between two models
    List<State> run(boolean byPolicy, int rounds, int votesPerRound) {
        List<State> states = new ArrayList<>();
        Map<Integer, Integer> labels = new HashMap<>();
        Set<Integer> asked = new HashSet<>();
        Random lots = new Random(seed);
        int votes = 0;
        Classifier classifier = learned(labels);
        for (int round = 0; ; round++) {
            states.add(state(classifier, votes, labels));
            if (round == rounds) {
                return states;
            }
            List<Integer> order = order(classifier, asked, byPolicy, lots);
            for (int next = 0, cast = 0; next < order.size() && cast < votesPerRound; next++) {
                asked.add(order.get(next));
                cast += votesOf[order.get(next)];
                votes += votesOf[order.get(next)];
            }
            Posteriors heard = heard(asked);
            for (int pass = 0; pass < PASSES; pass++) {
                labels = agreed(asked, heard, classifier);
                classifier = learned(labels);
            }
        }
    }

    /// Sources not asked about yet, in the order in which they are.
    private List<Integer> order(Classifier classifier, Set<Integer> asked, boolean byPolicy, Random lots) {
        List<Integer> left = new ArrayList<>(IntStream.range(start, pool.size())
                .filter(source -> !asked.contains(source))
                .boxed()
                .toList());
        Collections.shuffle(left, lots);
        if (!byPolicy) {
            return left;
        }
        List<Classification> classified = classifier.classify(
                pool.stream().map(LabelledSource::classifiable).toList());
        List<Integer> interesting = left.stream()
                .sorted(Comparator.comparingDouble(source -> -interest(classified.get(source))
                        .urgency(pool.get(source).name())))
                .toList();
        Set<Integer> order = new LinkedHashSet<>();
        int explored = 0;
        for (int source : interesting) {
            if (lots.nextDouble() < EXPLORATION) {
                order.add(left.get(explored++));
            }
            order.add(source);
        }
        return List.copyOf(order);
    }

    private static Interest interest(Classification classification) {
        Map<String, Double> probabilities = new HashMap<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            probabilities.put(
                    CLASSES.classes().get(c).name(),
                    classification.probabilities().get(c));
        }
        return Interest.of(probabilities, classification.falseAlarm());
    }

    /// What the crowd says of the sources asked about: the posterior by its votes alone.
    private Posteriors heard(Set<Integer> asked) {
        int[] cast = IntStream.range(0, crowd.source().length)
                .filter(vote -> crowd.source()[vote] < start || asked.contains(crowd.source()[vote]))
                .toArray();
        byte[] known = new byte[pool.size()];
        Arrays.fill(known, VoteMatrix.NO_CLASS);
        System.arraycopy(crowd.truth(), 0, known, 0, start);
        int[] source = Arrays.stream(cast).map(vote -> crowd.source()[vote]).toArray();
        int[] user = Arrays.stream(cast).map(vote -> crowd.user()[vote]).toArray();
        byte[] answer = new byte[cast.length];
        for (int i = 0; i < cast.length; i++) {
            answer[i] = crowd.answer()[cast[i]];
        }
        DawidSkene method = new DawidSkene();
        Posteriors blind = method.estimate(
                        VoteMatrix.of(SimulatedCrowd.CLASSES, pool.size(), crowd.users(), source, user, answer))
                .posteriors();
        return Temperature.fit(blind, known)
                .of(method.estimate(VoteMatrix.of(SimulatedCrowd.CLASSES, known, crowd.users(), source, user, answer))
                        .posteriors());
    }

    /// Classes by the crowd, for sources whose class crowd and classifier together make probable enough.
    private Map<Integer, Integer> agreed(Set<Integer> asked, Posteriors heard, Classifier witness) {
        List<Integer> sources = List.copyOf(asked);
        double[] shares = new double[heard.classes()];
        sources.forEach(source -> {
            for (int c = 0; c < shares.length; c++) {
                shares[c] += Math.max(LEAST_SHARE, heard.probability(source, c)) / sources.size();
            }
        });
        TwoWitnesses both = new TwoWitnesses(shares, Temperature.NONE, Temperature.NONE);
        List<Classification> classified = witness.classify(
                sources.stream().map(source -> pool.get(source).classifiable()).toList());
        Map<Integer, Integer> labels = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            double[] said = said(classified.get(i));
            int called = heard.best(sources.get(i));
            if (both.combined(heard.row(sources.get(i)), both.classifier(said))[called] >= sure
                    && called < CLASSES.size()) {
                labels.put(sources.get(i), called);
            }
        }
        return labels;
    }

    private static double[] said(Classification classification) {
        double[] said = new double[SimulatedCrowd.CLASSES];
        Arrays.fill(said, Double.NaN);
        for (int c = 0; c < CLASSES.size(); c++) {
            said[c] = classification.probabilities().get(c);
        }
        return said;
    }

    private Classifier learned(Map<Integer, Integer> labels) {
        List<LabelledSource> sources = new ArrayList<>(pool.subList(0, start));
        List<SourceClass> classes = new ArrayList<>(sources.stream()
                .map(source -> new SourceClass(source.sourceClass()))
                .toList());
        labels.forEach((source, label) -> {
            sources.add(pool.get(source));
            classes.add(CLASSES.classes().get(label));
        });
        LabelledSample sample = new LabelledSample("simulation and consensus", sources, 0);
        TrainingTable measured = sample.table(FeatureSet.standard());
        TrainingTable table = relabelled(measured, classes);
        TrainingOptions options = TrainingOptions.standard(CLASSES, INNER_FOLDS, seed);
        return new Classifier(
                new ModelId("loop", Integer.toString(labels.size())),
                new ModelFit(options.fitOptions(WeightedEvidence.NAME, table))
                        .fit("loop", Set.of(), Prior.SURVEY_FOUR_CLASSES, table, sample.description(), "benchmark"));
    }

    /// Simulated sources are independent of each other, so each is a piece of sky of its own.
    private static TrainingTable relabelled(TrainingTable table, List<SourceClass> classes) {
        int features = table.features().size();
        double[] values = new double[table.rows() * features];
        BitSet uncovered = new BitSet();
        for (int place = 0; place < values.length; place++) {
            values[place] = table.value(place / features, place % features);
            uncovered.set(place, table.uncovered(place / features, place % features));
        }
        return new TrainingTable(
                table.features(),
                values,
                classes,
                IntStream.range(0, table.rows()).mapToLong(row -> row).toArray(),
                uncovered);
    }

    private State state(Classifier classifier, int votes, Map<Integer, Integer> labels) {
        int[][] counts = new int[CLASSES.size()][CLASSES.size()];
        List<Classification> judged = classifier.classify(
                judges.stream().map(LabelledSource::classifiable).toList());
        for (int i = 0; i < judges.size(); i++) {
            counts[CLASSES.indexOf(judged.get(i).winner())][classOf(judges.get(i))]++;
        }
        ConfusionMatrix matrix = new ConfusionMatrix(
                CLASSES,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
        int binary = CLASSES.indexOf(new SourceClass("XRB"));
        return new State(
                votes,
                labels.size(),
                (int) labels.values().stream().filter(label -> label == binary).count(),
                (int) labels.entrySet().stream()
                        .filter(label -> label.getValue() == classOf(pool.get(label.getKey())))
                        .count(),
                matrix.f1(binary),
                matrix.macroF1());
    }

    private static int classOf(LabelledSource source) {
        return CLASSES.indexOf(new SourceClass(source.sourceClass()));
    }
}
