package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.NaiveBayes;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.ScoringRule;
import io.lynceus.classifier.model.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A model from a labelled table: densities from all rows, weights from sky-grouped inner folds.
public final class ModelFit {
    private final FitOptions options;
    private final SearchProgress watch;

    public ModelFit(FitOptions options) {
        this(options, SearchProgress.NONE);
    }

    /// @param watch listener of the search for the weights of paper mode
    public ModelFit(FitOptions options, SearchProgress watch) {
        this.options = options;
        this.watch = watch;
    }

    /// Fits and documents a model; rows outside the taxonomy are left out and counted.
    public Model fit(String name, Set<String> missions, Prior prior, TrainingTable table, String sample, String code) {
        TrainingTable used = table.of(options.taxonomy()).select(options.featureNames());
        TreeMap<String, Integer> excluded = new TreeMap<>(table.counts());
        excluded.keySet().removeAll(used.counts().keySet());
        Provenance provenance = new Provenance(
                sample,
                used.digest(),
                used.counts(),
                excluded,
                options.rule().description() + " over " + options.innerFolds() + " sky-grouped folds",
                options.seed(),
                code,
                HeldOutScores.NONE);
        return new Model(name, missions, options.taxonomy(), prior, scoringRule(used, prior), provenance);
    }

    /// A model that serves the sample itself: its own class proportions as priors, rows of the taxonomy only.
    public Model fitForSample(TrainingTable used) {
        Provenance provenance = new Provenance(
                "", used.digest(), used.counts(), java.util.Map.of(), "", options.seed(), "", HeldOutScores.NONE);
        Prior prior = samplePrior(used, options.taxonomy());
        return new Model("sample", Set.of(), options.taxonomy(), prior, scoringRule(used, prior), provenance);
    }

    private ScoringRule scoringRule(TrainingTable used, Prior prior) {
        return switch (options.rule()) {
            case FitRule.PaperMode paper -> new NaiveBayes(tuning(paper, used).rule(), likelihoods(used));
            case FitRule.ModernMode modern -> new WeightedEvidenceFit(options, modern, used, prior).fit();
        };
    }

    public List<FeatureLikelihood> likelihoods(TrainingTable used) {
        int[] classes = used.classIndices(options.taxonomy());
        return IntStream.range(0, options.features().size())
                .mapToObj(f -> likelihood(used, classes, f))
                .toList();
    }

    private FeatureLikelihood likelihood(TrainingTable used, int[] classes, int column) {
        FeatureDefinition feature = options.features().get(column);
        List<double[]> values = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int c = 0; c < options.taxonomy().size(); c++) {
            int sourceClass = c;
            int[] rows = IntStream.range(0, used.rows())
                    .filter(row -> classes[row] == sourceClass)
                    .toArray();
            double[] measured = Arrays.stream(rows)
                    .mapToDouble(row -> used.value(row, column))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            values.add(measured);
            shares.add(DensityEstimate.presentShare(measured.length, rows.length));
        }
        return new FeatureLikelihood(feature, DensityEstimate.densities(feature, options.taxonomy(), values), shares);
    }

    /// Weights of paper mode that maximise the objective on rows whose fold the densities have not seen.
    ///
    /// @throws IllegalArgumentException if the options' rule has no such weights
    public TuningReport tune(TrainingTable table) {
        if (!(options.rule() instanceof FitRule.PaperMode paper)) {
            throw new IllegalArgumentException(options.rule().wireName()
                    + " has a weight per term and class, which 'fit' finds; only paper mode has" + " weights to tune");
        }
        return tuning(paper, table.of(options.taxonomy()).select(options.featureNames()));
    }

    private TuningReport tuning(FitRule.PaperMode rule, TrainingTable used) {
        int[] folds = SkyFolds.assign(used.skyCells(), options.innerFolds(), options.seed());
        WeightSearch search = new WeightSearch(options, rule, samplePrior(used, options.taxonomy()));
        for (int fold = 0; fold < options.innerFolds(); fold++) {
            TrainingTable held = used.rows(rowsWhere(folds, fold, true));
            search.add(held, likelihoods(used.rows(rowsWhere(folds, fold, false))));
        }
        return search.best(watch);
    }

    static int[] rowsWhere(int[] folds, int fold, boolean inside) {
        return IntStream.range(0, folds.length)
                .filter(row -> (folds[row] == fold) == inside)
                .toArray();
    }

    public static Prior samplePrior(TrainingTable used, Taxonomy taxonomy) {
        int[] counts = new int[taxonomy.size()];
        for (int sourceClass : used.classIndices(taxonomy)) {
            counts[sourceClass]++;
        }
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException(
                        "none of the %d sources to learn from is a %s: give the sample some, spread over the sky so that each fold leaves one, or leave %2$s out of the classes"
                                .formatted(used.rows(), taxonomy.classes().get(c)));
            }
        }
        return Prior.ofCounts(counts);
    }
}
