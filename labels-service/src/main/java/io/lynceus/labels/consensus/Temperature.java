package io.lynceus.labels.consensus;

/// How much too sure of themselves posteriors are: a probability `p` becomes `p^(1/T)`, made to sum to 1 again.
///
/// Volunteers err together on difficult sources, and a model that takes them for independent is too sure; `T > 1` says
/// by how much. It moves no source to another class. It is learned from sources whose class is known and that the
/// method was not told.
///
/// Source: Guo et al. 2017, Proc. 34th ICML, 1321, section 4.2, arXiv:1706.04599.
///
/// @param value > 0; 1 leaves posteriors as they are
public record Temperature(double value) {
    public static final Temperature NONE = new Temperature(1);
    /// Coldest and hottest that are tried, [1/value].
    private static final double LEAST_INVERSE = 0.05;
    private static final double LARGEST_INVERSE = 2;
    /// Halvings of the interval; 2 / 2^40 is beyond what a double of it shows.
    private static final int HALVINGS = 40;
    /// Where a class was given up as impossible and is the right one, it costs this much and not everything.
    private static final double SMALLEST = 1e-12;

    public Temperature {
        if (!(value > 0)) {
            throw new IllegalArgumentException("temperature must be > 0: " + value);
        }
    }

    /// The temperature under which the truth is most probable; ln likelihood is concave in `1/T`, so its slope is
    /// halved.
    ///
    /// @param posteriors of all sources, NaN for classes that are out of the question
    /// @param truth class of each source, [VoteMatrix#NO_CLASS] where it is not known
    public static Temperature fit(Posteriors posteriors, byte[] truth) {
        double low = LEAST_INVERSE;
        double high = LARGEST_INVERSE;
        for (int i = 0; i < HALVINGS; i++) {
            double inverse = (low + high) / 2;
            if (slope(posteriors, truth, inverse) > 0) {
                low = inverse;
            } else {
                high = inverse;
            }
        }
        return new Temperature(2 / (low + high));
    }

    /// Derivative of the ln likelihood of the truth by `1/T`: ln p of the truth less its expectation.
    private static double slope(Posteriors posteriors, byte[] truth, double inverse) {
        double slope = 0;
        for (int source = 0; source < truth.length; source++) {
            if (truth[source] >= 0) {
                double weights = 0;
                double expected = 0;
                for (int c = 0; c < posteriors.classes(); c++) {
                    if (!Double.isNaN(posteriors.probability(source, c))) {
                        double weight = Math.exp(inverse * ln(posteriors, source, c));
                        weights += weight;
                        expected += weight * ln(posteriors, source, c);
                    }
                }
                slope += ln(posteriors, source, truth[source]) - expected / weights;
            }
        }
        return slope;
    }

    private static double ln(Posteriors posteriors, int source, int sourceClass) {
        return Math.log(Math.max(SMALLEST, posteriors.probability(source, sourceClass)));
    }

    /// Posteriors as sure as they should be.
    public Posteriors of(Posteriors posteriors) {
        int classes = posteriors.classes();
        double[] weights = new double[posteriors.sources() * classes];
        Posteriors tempered = new Posteriors(classes, weights);
        for (int source = 0; source < posteriors.sources(); source++) {
            for (int c = 0; c < classes; c++) {
                weights[source * classes + c] = Math.pow(posteriors.probability(source, c), 1 / value);
            }
            tempered.settle(source, VoteMatrix.NO_CLASS);
        }
        return tempered;
    }

    /// This one, or [#NONE] where it would make posteriors surer than they are.
    public Temperature atLeastOne() {
        return value < 1 ? NONE : this;
    }

    /// The posterior of one source, as sure as it should be.
    public double[] of(double[] posterior) {
        return of(new Posteriors(posterior.length, posterior.clone())).values();
    }
}
