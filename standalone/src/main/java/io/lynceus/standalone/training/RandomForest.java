package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.LearningRule;
import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// A random forest, the usual yardstick: it scores well on such tables, and gives no reasons.
///
/// Trees on bootstrap samples, grown to the end, the square root of the features tried at a split; a missing value
/// is a number below all others. The share of the trees' votes is the probability.
///
/// Source: Breiman (2001), Machine Learning 45, 5, doi:10.1023/A:1010933404324; program: Tribuo.
final class RandomForest implements LearningRule {
    static final String NAME = "random-forest";

    /// A name may tell the number of trees, as in `random-forest-400`.
    private static final Pattern NAMED = Pattern.compile(NAME + "(?:-([1-9][0-9]{0,4}))?");

    private static final int TREES = 100;
    /// Below every feature's values.
    private static final double MISSING = -999;
    /// Tribuo reports every tree.
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final Taxonomy taxonomy;
    private final String[] features;
    private final int trees;
    private final long seed;

    RandomForest(Taxonomy taxonomy, List<String> features, int trees, long seed) {
        this.trees = trees;
        this.taxonomy = taxonomy;
        this.features = features.toArray(String[]::new);
        this.seed = seed;
        TRIBUO.setLevel(Level.WARNING);
    }

    /// Number of trees that the name of a rule asks for; empty if it names no forest.
    static OptionalInt treesOf(String rule) {
        Matcher named = NAMED.matcher(rule);
        if (!named.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(named.group(1) == null ? TREES : Integer.parseInt(named.group(1)));
    }

    @Override
    public String name() {
        return trees == TREES ? NAME : NAME + "-" + trees;
    }

    @Override
    public List<String> features() {
        return List.of(features);
    }

    @Override
    public Learned learn(TrainingTable training) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> rows =
                new MutableDataset<>(new SimpleDataSourceProvenance("labelled sources", labels), labels);
        TrainingTable columns = training.select(features());
        for (int row = 0; row < columns.rows(); row++) {
            rows.add(example(columns, row, new Label(columns.label(row).name())));
        }
        CARTClassificationTrainer tree = new CARTClassificationTrainer(
                Integer.MAX_VALUE, 1, 0, (float) (1 / Math.sqrt(features.length)), false, new GiniIndex(), seed);
        Model<Label> forest = new RandomForestTrainer<>(tree, new VotingCombiner(), trees, seed).train(rows);
        return held -> posteriors(forest, held.select(features()));
    }

    private double[] posteriors(Model<Label> forest, TrainingTable held) {
        List<SourceClass> classes = taxonomy.classes();
        return IntStream.range(0, held.rows())
                .mapToObj(row -> forest.predict(example(held, row, LabelFactory.UNKNOWN_LABEL))
                        .getOutputScores())
                .flatMapToDouble(votes -> classes.stream()
                        .mapToDouble(c -> votes.containsKey(c.name())
                                ? votes.get(c.name()).getScore()
                                : 0))
                .toArray();
    }

    private Example<Label> example(TrainingTable table, int row, Label label) {
        double[] values = IntStream.range(0, features.length)
                .mapToDouble(column -> table.value(row, column))
                .map(value -> Double.isNaN(value) ? MISSING : value)
                .toArray();
        return new ArrayExample<>(label, features, values);
    }
}
