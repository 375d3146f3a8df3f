package io.lynceus.standalone.training;

import io.lynceus.classifier.Classification;
import io.lynceus.classifier.Classifier;
import io.lynceus.classifier.ConfusionMatrix;
import io.lynceus.classifier.FeatureSet;
import io.lynceus.classifier.FeatureVector;
import io.lynceus.classifier.FitPlan;
import io.lynceus.classifier.ModelFit;
import io.lynceus.classifier.ModelId;
import io.lynceus.classifier.Prior;
import io.lynceus.classifier.SourceClass;
import io.lynceus.classifier.Taxonomy;
import io.lynceus.classifier.TrainingTable;
import io.lynceus.classifier.WeightedEvidence;
import io.lynceus.feature.Absence;
import io.lynceus.feature.Feature;
import io.lynceus.labels.Interest;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Classifier, volunteers and the next classifier, round after round, on simulated sources whose truth is known.
///
/// Half of the sources judge and are never asked about. Of the others some are known from the start; the crowd's votes
/// on each are drawn once, so that two ways of asking get the same answers to the same question. Every round asks for
/// so many votes, takes the consensus by Dawid–Skene at a temperature learned from the known sources, and learns a
/// model from what is known and what is agreed on.
final class LabellingLoop {
    private static final Taxonomy CLASSES = Taxonomy.FOUR_CLASSES;
    private static final int USERS = 500;
    /// Share of sources asked about whatever their interest, as labels-service is configured.
    private static final double EXPLORATION = 0.2;
    private static final int INNER_FOLDS = 5;
    private static final int FEWEST_OF_A_CLASS = 5;

    private final List<LabelledSource> pool;
    private final List<LabelledSource> judges;
    private final int start;
    private final double sure;
    private final long seed;
    private final SimulatedCrowd crowd;

    /// How it stands after a round.
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

    /// @param byPolicy whether the most interesting sources are asked about, or any
    /// @param votesPerRound that are cast between two models
    List<State> run(boolean byPolicy, int rounds, int votesPerRound) {
        List<State> states = new ArrayList<>();
        Map<Integer, Integer> labels = new HashMap<>();
        Set<Integer> asked = new HashSet<>();
        Random lots = new Random(seed);
        int votes = 0;
        for (int round = 0; ; round++) {
            Classifier classifier = learned(labels);
            states.add(state(classifier, votes, labels));
            if (round == rounds) {
                return states;
            }
            int[] votesOf = new int[pool.size()];
            Arrays.stream(crowd.source()).forEach(source -> votesOf[source]++);
            List<Integer> order = order(classifier, asked, byPolicy, lots);
            for (int next = 0, cast = 0; next < order.size() && cast < votesPerRound; next++) {
                asked.add(order.get(next));
                cast += votesOf[order.get(next)];
                votes += votesOf[order.get(next)];
            }
            labels = consensus(asked);
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
        List<Classification> classified =
                classifier.classify(pool.stream().map(LabellingLoop::vector).toList());
        List<Integer> interesting = left.stream()
                .sorted(Comparator.comparingDouble(source -> -interest(classified.get(source))))
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

    private static double interest(Classification classification) {
        Map<String, Double> probabilities = new HashMap<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            probabilities.put(
                    CLASSES.classes().get(c).name(),
                    classification.probabilities().get(c));
        }
        return Interest.of(probabilities, classification.falseAlarm()).value();
    }

    /// Class by source, of those asked about on which the crowd agrees.
    private Map<Integer, Integer> consensus(Set<Integer> asked) {
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
        Posteriors posteriors = Temperature.fit(blind, known)
                .of(method.estimate(VoteMatrix.of(SimulatedCrowd.CLASSES, known, crowd.users(), source, user, answer))
                        .posteriors());
        Map<Integer, Integer> labels = new HashMap<>();
        for (int one : asked) {
            if (posteriors.confidence(one) >= sure && posteriors.best(one) < CLASSES.size()) {
                labels.put(one, posteriors.best(one));
            }
        }
        return labels;
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
        FitPlan plan = new FitPlan(
                WeightedEvidence.NAME,
                CLASSES,
                FeatureSet.standard(),
                List.of(FitPlan.STANDARD),
                List.of(FitPlan.STANDARD),
                Optional.empty(),
                INNER_FOLDS,
                seed);
        return new Classifier(
                new ModelId("loop", Integer.toString(labels.size())),
                new ModelFit(plan.options(table))
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
        List<Classification> judged =
                classifier.classify(judges.stream().map(LabellingLoop::vector).toList());
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

    static FeatureVector vector(LabelledSource source) {
        Map<String, Double> values = new HashMap<>();
        Set<String> uncovered = new HashSet<>();
        for (Feature feature : source.features().features()) {
            feature.measurement()
                    .ifPresent(measured -> values.put(feature.definition().name(), measured.value()));
            feature.absence()
                    .filter(Absence.NO_COVERAGE::equals)
                    .ifPresent(absence -> uncovered.add(feature.definition().name()));
        }
        return new FeatureVector(values, uncovered);
    }
}
