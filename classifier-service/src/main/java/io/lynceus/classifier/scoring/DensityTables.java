package io.lynceus.classifier.scoring;

import io.lynceus.classifier.model.FeatureLikelihood;
import io.lynceus.classifier.model.LikelihoodDensity;
import java.util.List;

/// The densities of a model as flat arrays: one search of the grid serves all classes.
public final class DensityTables {
    private final int features;
    private final int classes;
    private final boolean[] curves;
    private final double[] lows;
    private final double[] highs;
    /// Table entries per unit of the feature.
    private final double[] entriesPerUnit;
    /// double[features][entries * classes], the classes of one entry side by side.
    private final double[][] densities;

    public DensityTables(List<FeatureLikelihood> likelihoods) {
        features = likelihoods.size();
        classes = likelihoods.getFirst().densities().size();
        curves = new boolean[features];
        lows = new double[features];
        highs = new double[features];
        entriesPerUnit = new double[features];
        densities = new double[features][];
        for (int f = 0; f < features; f++) {
            List<LikelihoodDensity> byClass = likelihoods.get(f).densities();
            LikelihoodDensity grid = byClass.getFirst();
            int entries = grid.densities().size();
            curves[f] = grid.shape() == LikelihoodDensity.Shape.CURVE;
            lows[f] = grid.low();
            highs[f] = grid.high();
            entriesPerUnit[f] = (curves[f] ? entries - 1 : entries) / (grid.high() - grid.low());
            densities[f] = new double[entries * classes];
            for (int c = 0; c < classes; c++) {
                for (int entry = 0; entry < entries; entry++) {
                    densities[f][entry * classes + c] =
                            byClass.get(c).densities().get(entry);
                }
            }
        }
    }

    public int features() {
        return features;
    }

    int classes() {
        return classes;
    }

    /// Writes ln p(value | class) of every class to `target` from `offset` on; 0 outside the range, value not NaN.
    public void lnDensities(int feature, double value, double[] target, int offset) {
        if (value < lows[feature] || value > highs[feature]) {
            for (int c = 0; c < classes; c++) {
                target[offset + c] = 0;
            }
            return;
        }
        double[] table = densities[feature];
        double place = (value - lows[feature]) * entriesPerUnit[feature];
        int last = table.length / classes - 1;
        if (curves[feature]) {
            int left = Math.min((int) place, last - 1);
            double right = place - left;
            for (int c = 0; c < classes; c++) {
                int entry = left * classes + c;
                target[offset + c] = Math.log(table[entry] * (1 - right) + table[entry + classes] * right);
            }
        } else {
            int bin = Math.min((int) place, last);
            for (int c = 0; c < classes; c++) {
                target[offset + c] = Math.log(table[bin * classes + c]);
            }
        }
    }
}
