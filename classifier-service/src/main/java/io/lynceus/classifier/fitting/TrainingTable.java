package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureSet;
import io.lynceus.classifier.feature.Formula;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Labelled sources with their features, to fit a model to and to judge rules on.
///
/// `values` is double[rows * features], row-major, NaN = missing; `labels` and `skyCells` have one entry per row. A
/// sky cell is any number that sources of one patch share (a HEALPix cell), so that folds can keep neighbours
/// together. A missing value is *uncovered* where no observation covered the source; its absence is then no
/// evidence.
public final class TrainingTable {
    /// HEALPix order of the patches that are kept together in folds.
    private static final int FOLD_ORDER = 5;
    /// Fewest measured values for a feature's density; a choice.
    private static final int FEWEST_VALUES = 30;

    private final List<String> features;
    private final double[] values;
    private final List<SourceClass> labels;
    private final long[] skyCells;
    private final BitSet uncovered;

    /// A table without uncovered values.
    public TrainingTable(List<String> features, double[] values, List<SourceClass> labels, long[] skyCells) {
        this(features, values, labels, skyCells, new BitSet());
    }

    /// @param uncovered places in `values` of uncovered values
    public TrainingTable(
            List<String> features, double[] values, List<SourceClass> labels, long[] skyCells, BitSet uncovered) {
        this.features = List.copyOf(features);
        this.values = values.clone();
        this.labels = List.copyOf(labels);
        this.skyCells = skyCells.clone();
        this.uncovered = (BitSet) uncovered.clone();
        if (values.length != labels.size() * features.size() || skyCells.length != labels.size()) {
            throw new IllegalArgumentException("table of %d features has %d values, %d labels and %d sky cells"
                    .formatted(features.size(), values.length, labels.size(), skyCells.length));
        }
        if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("a feature value is infinite; missing values are NaN");
        }
    }

    /// Sky cell of a position, 1.8 deg wide. Neighbours in a cluster or a galaxy share a cell, and so a fold.
    public static long skyCell(SkyPosition position) {
        return Healpix.cell(FOLD_ORDER, position);
    }

    public int rows() {
        return labels.size();
    }

    public List<String> features() {
        return features;
    }

    public SourceClass label(int row) {
        return labels.get(row);
    }

    /// Rows per class, by class name.
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        labels.forEach(label -> counts.merge(label.name(), 1, Integer::sum));
        return counts;
    }

    /// The rows whose class the taxonomy holds.
    public TrainingTable of(Taxonomy taxonomy) {
        return rows(IntStream.range(0, rows())
                .filter(row -> taxonomy.indexOf(labels.get(row)) >= 0)
                .toArray());
    }

    /// The given features that enough rows of the taxonomy have for a density.
    public List<FeatureDefinition> measured(List<FeatureDefinition> of, Taxonomy taxonomy) {
        return of.stream()
                .filter(feature -> features.contains(feature.name()))
                .filter(feature -> {
                    int column = column(feature.name());
                    return IntStream.range(0, rows())
                                    .filter(row -> taxonomy.indexOf(labels.get(row)) >= 0)
                                    .filter(row -> !Double.isNaN(value(row, column)))
                                    .limit(FEWEST_VALUES)
                                    .count()
                            == FEWEST_VALUES;
                })
                .toList();
    }

    /// The same rows with the features of a set as columns. Features with a formula are computed; features that this
    /// table lacks are missing in every row.
    public TrainingTable of(FeatureSet set) {
        double[] filled = IntStream.range(0, rows())
                .boxed()
                .flatMapToDouble(row -> set.features().stream().mapToDouble(feature -> feature.formula()
                        .map(formula -> formula.of(name -> valueOrNaN(row, name)))
                        .orElseGet(() -> valueOrNaN(row, feature.name()))))
                .toArray();
        BitSet unlooked = new BitSet();
        for (int row = 0; row < rows(); row++) {
            for (int f = 0; f < set.features().size(); f++) {
                unlooked.set(
                        row * set.features().size() + f,
                        isUncovered(row, set.features().get(f)));
            }
        }
        return new TrainingTable(
                set.features().stream().map(FeatureDefinition::name).toList(), filled, labels, skyCells, unlooked);
    }

    private boolean isUncovered(int row, FeatureDefinition feature) {
        return feature.formula().map(Formula::inputs).orElse(Set.of(feature.name())).stream()
                .mapToInt(features::indexOf)
                .anyMatch(column -> column >= 0 && uncovered(row, column));
    }

    private double valueOrNaN(int row, String feature) {
        int column = features.indexOf(feature);
        return column < 0 ? Double.NaN : value(row, column);
    }

    /// The named features in the order asked.
    public TrainingTable select(List<String> names) {
        int[] columns = names.stream().mapToInt(this::column).toArray();
        double[] selected = IntStream.range(0, rows())
                .boxed()
                .flatMapToDouble(row -> Arrays.stream(columns).mapToDouble(column -> value(row, column)))
                .toArray();
        BitSet unlooked = new BitSet();
        for (int place = 0; place < selected.length; place++) {
            unlooked.set(place, uncovered(place / columns.length, columns[place % columns.length]));
        }
        return new TrainingTable(names, selected, labels, skyCells, unlooked);
    }

    public TrainingTable rows(int[] selected) {
        double[] picked = new double[selected.length * features.size()];
        BitSet unlooked = new BitSet();
        for (int i = 0; i < selected.length; i++) {
            for (int f = 0; f < features.size(); f++) {
                unlooked.set(i * features.size() + f, uncovered(selected[i], f));
            }
            System.arraycopy(values, selected[i] * features.size(), picked, i * features.size(), features.size());
        }
        return new TrainingTable(
                features,
                picked,
                Arrays.stream(selected).mapToObj(labels::get).toList(),
                Arrays.stream(selected).mapToLong(row -> skyCells[row]).toArray(),
                unlooked);
    }

    /// Value of a feature, by its place among [#features]; NaN where it is missing.
    public double value(int row, int column) {
        return values[row * features.size() + column];
    }

    /// Whether the value is uncovered, by its place among [#features].
    public boolean uncovered(int row, int column) {
        return uncovered.get(row * features.size() + column);
    }

    /// Places in [#values] of uncovered values.
    public BitSet uncovered() {
        return (BitSet) uncovered.clone();
    }

    public double[] values() {
        return values.clone();
    }

    public long[] skyCells() {
        return skyCells.clone();
    }

    public long skyCell(int row) {
        return skyCells[row];
    }

    /// Place of each row's class in the taxonomy, which must hold them all.
    public int[] classIndices(Taxonomy taxonomy) {
        return labels.stream().mapToInt(taxonomy::indexOf).toArray();
    }

    private int column(String name) {
        int column = features.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("the table has no feature " + name + ", only " + features);
        }
        return column;
    }

    /// SHA-256 of names, labels, cells, values and which are uncovered, lower-case hex; equal tables have equal
    /// digests.
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String feature : features) {
                digest.update((feature + '\n').getBytes(StandardCharsets.UTF_8));
            }
            ByteBuffer row = ByteBuffer.allocate((features.size() + 1) * Long.BYTES);
            for (int r = 0; r < rows(); r++) {
                digest.update((labels.get(r).name() + '\n').getBytes(StandardCharsets.UTF_8));
                row.clear().putLong(skyCells[r]);
                for (int f = 0; f < features.size(); f++) {
                    row.putLong(Double.doubleToLongBits(value(r, f)));
                }
                digest.update(row.array());
            }
            digest.update(uncovered.toByteArray());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
