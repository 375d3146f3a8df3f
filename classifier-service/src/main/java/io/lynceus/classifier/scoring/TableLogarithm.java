package io.lynceus.classifier.scoring;

/// Natural logarithm of positive normal numbers by a table of 512 mantissas and a series for the rest, several times
/// as fast as [Math#log] where one is taken per product of densities.
///
/// ln(2^e m) = e ln 2 - ln k + ln(1 + r), k the table's reciprocal of about m, r = m k - 1, |r| < 2^-10. Absolute
/// error below 1e-12 for |ln x| < 700.
///
/// Source: Tang (1990), ACM Trans. Math. Softw. 16, 378, doi:10.1145/98267.98294.
final class TableLogarithm {
    private static final int BITS = 9;
    private static final int SIZE = 1 << BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int BIAS = 1023;
    private static final long ONE = (long) BIAS << MANTISSA_BITS;
    private static final double LN_2 = Math.log(2);

    private static final double[] RECIPROCAL = new double[SIZE];
    private static final double[] LN = new double[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            RECIPROCAL[i] = 1 / (1 + (i + 0.5) / SIZE);
            LN[i] = -Math.log(RECIPROCAL[i]);
        }
    }

    private TableLogarithm() {}

    /// @param x normal and > 0
    static double ln(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int entry = (int) (bits >>> MANTISSA_BITS - BITS) & SIZE - 1;
        double r = Double.longBitsToDouble(bits & MANTISSA | ONE) * RECIPROCAL[entry] - 1;
        return ((int) (bits >>> MANTISSA_BITS) - BIAS) * LN_2
                + (LN[entry] + r * (1 - r * (0.5 - r * (1.0 / 3 - r * 0.25))));
    }
}
