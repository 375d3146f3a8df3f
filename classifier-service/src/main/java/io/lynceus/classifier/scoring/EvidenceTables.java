package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.FeatureAxis;
import java.util.List;

/// The tables of evidence terms as flat arrays: one search of the grid serves all classes.
public final class EvidenceTables {
    private final List<FeatureDefinition> features;
    private final List<EvidenceTerm> terms;
    private final int classes;
    /// Column of the term's first and second feature; -1 without a second.
    private final int[] first;
    private final int[] second;
    private final FeatureAxis[] firstAxis;
    private final FeatureAxis[] secondAxis;
    /// double[terms][points * (classes + 1)]: ln ratios of the classes, then ln p(x) of the mean class.
    private final double[][] tables;

    public EvidenceTables(List<EvidenceTerm> terms, List<FeatureDefinition> features) {
        this.terms = List.copyOf(terms);
        this.features = List.copyOf(features);
        classes = terms.getFirst().classes();
        int size = terms.size();
        first = new int[size];
        second = new int[size];
        firstAxis = new FeatureAxis[size];
        secondAxis = new FeatureAxis[size];
        tables = new double[size][];
        for (int t = 0; t < size; t++) {
            EvidenceTerm term = terms.get(t);
            firstAxis[t] = term.axes().getFirst();
            secondAxis[t] = term.axes().getLast();
            first[t] = features.indexOf(firstAxis[t].feature());
            second[t] = term.axes().size() > 1 ? features.indexOf(secondAxis[t].feature()) : -1;
            tables[t] = flat(term);
        }
    }

    private double[] flat(EvidenceTerm term) {
        int points = term.lnPool().size();
        double[] table = new double[points * (classes + 1)];
        for (int p = 0; p < points; p++) {
            for (int c = 0; c < classes; c++) {
                table[p * (classes + 1) + c] = term.lnRatios().get(c).get(p);
            }
            table[p * (classes + 1) + classes] = term.lnPool().get(p);
        }
        return table;
    }

    int features() {
        return features.size();
    }

    int terms() {
        return tables.length;
    }

    int classes() {
        return classes;
    }

    EvidenceTerm term(int term) {
        return terms.get(term);
    }

    /// Column of the term's first feature.
    int first(int term) {
        return first[term];
    }

    boolean single(int term) {
        return second[term] < 0;
    }

    /// Whether a row of values, double[features] from `row` on, has every feature of the term.
    public boolean measured(int term, double[] values, int row) {
        return !Double.isNaN(values[row + first[term]])
                && (second[term] < 0 || !Double.isNaN(values[row + second[term]]));
    }

    /// Writes the unweighted ln ratio of every class and then ln p(x) to `target`, double[classes + 1], by linear
    /// interpolation between the grid points; every feature of the term must be measured.
    public void read(int term, double[] values, int row, double[] target) {
        int width = classes + 1;
        double place = firstAxis[term].place(values[row + first[term]]);
        int left = Math.min((int) place, firstAxis[term].points() - 2);
        double right = place - left;
        double[] table = tables[term];
        if (second[term] < 0) {
            int at = left * width;
            for (int i = 0; i < width; i++) {
                target[i] = table[at + i] * (1 - right) + table[at + width + i] * right;
            }
            return;
        }
        int columns = secondAxis[term].points();
        double height = secondAxis[term].place(values[row + second[term]]);
        int lower = Math.min((int) height, columns - 2);
        double upper = height - lower;
        int at = (left * columns + lower) * width;
        int next = at + columns * width;
        for (int i = 0; i < width; i++) {
            target[i] = (1 - right) * (table[at + i] * (1 - upper) + table[at + width + i] * upper)
                    + right * (table[next + i] * (1 - upper) + table[next + width + i] * upper);
        }
    }
}
