package io.lynceus.classifier.model;

import java.util.List;

/// Density p(feature | class), per unit of the feature, tabulated on an even grid from `low` to `high`.
///
/// A [Shape#CURVE] is interpolated linearly between `densities.size()` grid points, the first at `low` and the last
/// at `high`; a [Shape#HISTOGRAM] holds `densities.size()` bins of equal width. Outside [low, high] the likelihood
/// is 1 for every class, so an extreme value favours none (paper mode).
///
/// Source: Tranin et al. (2022), A&A 657, A138, section 3.2.
public record LikelihoodDensity(Shape shape, double low, double high, List<Double> densities) {
    /// How the table is read between its entries.
    public enum Shape {
        CURVE,
        HISTOGRAM
    }

    public LikelihoodDensity {
        densities = List.copyOf(densities);
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("density needs a finite range, not [" + low + ", " + high + "]");
        }
        if (densities.size() < (shape == Shape.CURVE ? 2 : 1)) {
            throw new IllegalArgumentException("density has too few table entries: " + densities.size());
        }
        for (double density : densities) {
            if (!(density > 0) || !Double.isFinite(density)) {
                throw new IllegalArgumentException("tabulated density must be finite and > 0: " + density);
            }
        }
    }

    /// ln p(value | class); 0 outside the tabulated range. The value must not be NaN.
    public double lnDensity(double value) {
        if (value < low || value > high) {
            return 0;
        }
        double place = (value - low) / (high - low);
        return Math.log(
                switch (shape) {
                    case CURVE -> {
                        double step = place * (densities.size() - 1);
                        int left = Math.min((int) step, densities.size() - 2);
                        double right = step - left;
                        yield densities.get(left) * (1 - right) + densities.get(left + 1) * right;
                    }
                    case HISTOGRAM -> densities.get(Math.min((int) (place * densities.size()), densities.size() - 1));
                });
    }
}
