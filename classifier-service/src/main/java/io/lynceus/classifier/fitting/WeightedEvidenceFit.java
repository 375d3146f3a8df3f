package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeaturePair;
import io.lynceus.classifier.fitting.KernelSums.SpreadAxis;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.EvidenceTerm.Presence;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Typicality;
import io.lynceus.classifier.model.WeightedEvidence;
import io.lynceus.classifier.scoring.EvidenceTables;
import io.lynceus.classifier.scoring.OutlierMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// [WeightedEvidence] from a labelled table: densities by kernels, weights on rows that no density of theirs has
/// seen.
///
/// The table is split into folds of sky. A term's evidence for a row comes from the other folds, so that a density
/// that only remembers its own sources gets no weight.
final class WeightedEvidenceFit {
    /// Features that are one on both sides of zero.
    private static final List<String> FOLDED = List.of("galactic_latitude");
    /// Least share of rows in which two features differ in being measured, to count as separate evidence.
    private static final double DIFFERING_PRESENCE = 0.02;
    /// Fewest rows with a feature, or a pair, for its density; a choice.
    private static final int FEWEST_ROWS = 30;
    /// Most quantiles of the outlier measure that a model keeps of a class.
    private static final int QUANTILES = 200;

    private final FitOptions options;
    private final TrainingTable table;
    private final Prior prior;
    private final int[] truths;
    private final int[] folds;
    private final int classes;
    private final List<KernelSums> sums = new ArrayList<>();
    private final List<int[]> columns = new ArrayList<>();
    /// Terms with evidence of their first feature's being measured.
    private final List<Integer> withPresence = new ArrayList<>();

    /// @param table rows of the taxonomy with the options' features as columns
    /// @param prior that the outlier measure includes
    WeightedEvidenceFit(FitOptions options, FitRule.ModernMode rule, TrainingTable table, Prior prior) {
        this.options = options;
        this.table = table;
        this.prior = prior;
        classes = options.taxonomy().size();
        truths = table.classIndices(options.taxonomy());
        folds = SkyFolds.assign(table.skyCells(), options.innerFolds(), options.seed());
        List<FeatureDefinition> features = options.features();
        for (int f = 0; f < features.size(); f++) {
            add(List.of(features.get(f)), f);
        }
        for (FeaturePair pair : rule.pairs()) {
            int first = features.indexOf(pair.first());
            int second = features.indexOf(pair.second());
            if (first >= 0 && second >= 0) {
                add(List.of(pair.first(), pair.second()), first, second);
            }
        }
        if (sums.isEmpty()) {
            throw new IllegalArgumentException("no feature is measured in " + FEWEST_ROWS + " rows");
        }
    }

    private void add(List<FeatureDefinition> features, int... place) {
        int[] measured = rowsWith(place);
        if (measured.length < FEWEST_ROWS) {
            return;
        }
        if (place.length == 1 && tellsByPresence(place[0], measured)) {
            withPresence.add(sums.size());
        }
        List<SpreadAxis> axes = IntStream.range(0, place.length)
                .mapToObj(i -> SpreadAxis.of(
                        features.get(i),
                        Arrays.stream(measured)
                                .mapToDouble(row -> table.value(row, place[i]))
                                .toArray(),
                        FOLDED.contains(features.get(i).name()),
                        place.length))
                .toList();
        sums.add(new KernelSums(axes, place, table, truths, classes, folds, options.innerFolds()));
        columns.add(place);
    }

    private int[] rowsWith(int... place) {
        return IntStream.range(0, table.rows())
                .filter(row -> Arrays.stream(place).noneMatch(column -> Double.isNaN(table.value(row, column))))
                .toArray();
    }

    /// Whether a feature, looked for, is missing in other rows than all features before it.
    private boolean tellsByPresence(int column, int[] measured) {
        int least = (int) Math.ceil(DIFFERING_PRESENCE * table.rows());
        int[] covered = IntStream.range(0, table.rows())
                .filter(row -> !table.uncovered(row, column))
                .toArray();
        return covered.length - measured.length >= least
                && withPresence.stream()
                        .allMatch(term -> Arrays.stream(covered)
                                        .filter(row -> Double.isNaN(table.value(row, column))
                                                != Double.isNaN(table.value(row, columns.get(term)[0])))
                                        .count()
                                >= least);
    }

    WeightedEvidence fit() {
        int width = sums.size() + withPresence.size();
        double[] evidence = new double[table.rows() * width * classes];
        double[] measures = new double[table.rows()];
        for (int fold = 0; fold < options.innerFolds(); fold++) {
            readHeldOut(fold, evidence, measures);
        }
        EvidenceWeights.Fitted fitted = new EvidenceWeights(evidence, truths, width, classes).fit();
        List<EvidenceTerm> terms = new ArrayList<>();
        for (int t = 0; t < sums.size(); t++) {
            EvidenceTerm plain = sums.get(t).without(-1);
            int ofPresence = withPresence.indexOf(t);
            terms.add(new EvidenceTerm(
                    plain.axes(),
                    plain.lnRatios(),
                    plain.lnPool(),
                    weights(fitted, t),
                    ofPresence < 0
                            ? Optional.empty()
                            : Optional.of(presence(columns.get(t)[0], -1, weights(fitted, sums.size() + ofPresence)))));
        }
        Prior own = ModelFit.samplePrior(table, options.taxonomy());
        List<Double> calibration = IntStream.range(0, classes)
                .mapToObj(c -> fitted.intercepts()[c] - own.logarithms()[c])
                .toList();
        double mean =
                calibration.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return new WeightedEvidence(
                terms, calibration.stream().map(b -> rounded(b - mean)).toList(), new Typicality(quantiles(measures)));
    }

    /// Unweighted evidence of every term for the rows of one fold, from the other folds, and their outlier measure.
    private void readHeldOut(int fold, double[] evidence, double[] measures) {
        EvidenceTables tables =
                new EvidenceTables(sums.stream().map(term -> term.without(fold)).toList(), options.features());
        OutlierMeasure outliers = new OutlierMeasure.OfDensities(tables, prior, Typicality.UNKNOWN);
        List<Presence> presences = withPresence.stream()
                .map(term -> presence(columns.get(term)[0], fold, java.util.Collections.nCopies(classes, 1.0)))
                .toList();
        double[] values = table.values();
        double[] read = new double[classes + 1];
        int width = sums.size() + presences.size();
        for (int row : ModelFit.rowsWhere(folds, fold, true)) {
            int from = row * options.features().size();
            int at = row * width * classes;
            for (int t = 0; t < sums.size(); t++, at += classes) {
                if (tables.measured(t, values, from)) {
                    tables.read(t, values, from, read);
                    System.arraycopy(read, 0, evidence, at, classes);
                }
            }
            for (int p = 0; p < presences.size(); p++, at += classes) {
                int column = columns.get(withPresence.get(p))[0];
                if (!table.uncovered(row, column)) {
                    boolean measured = !Double.isNaN(table.value(row, column));
                    System.arraycopy(presences.get(p).lnRatios(measured), 0, evidence, at, classes);
                }
            }
            measures[row] = outliers.measure(values, from, read);
        }
    }

    /// Shares of the classes' rows outside a fold that have a feature, of those it was looked for in, (n + 1) / (N +
    /// 2): Laplace's rule of succession.
    private Presence presence(int column, int fold, List<Double> weights) {
        int[] all = new int[classes];
        int[] present = new int[classes];
        for (int row = 0; row < table.rows(); row++) {
            if (folds[row] != fold && !table.uncovered(row, column)) {
                all[truths[row]]++;
                present[truths[row]] += Double.isNaN(table.value(row, column)) ? 0 : 1;
            }
        }
        return new Presence(
                IntStream.range(0, classes)
                        .mapToObj(c -> (present[c] + 1.0) / (all[c] + 2.0))
                        .toList(),
                weights);
    }

    private List<Double> weights(EvidenceWeights.Fitted fitted, int term) {
        return IntStream.range(0, classes)
                .mapToObj(c -> rounded(fitted.weights()[term * classes + c]))
                .toList();
    }

    private List<List<Double>> quantiles(double[] measures) {
        return IntStream.range(0, classes)
                .mapToObj(c -> {
                    double[] sorted = IntStream.range(0, measures.length)
                            .filter(row -> truths[row] == c)
                            .mapToDouble(row -> measures[row])
                            .sorted()
                            .toArray();
                    int kept = Math.min(QUANTILES, sorted.length);
                    return IntStream.range(0, kept)
                            .mapToObj(i -> rounded(sorted[(int) ((i + 0.5) * sorted.length / kept)]))
                            .toList();
                })
                .toList();
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
