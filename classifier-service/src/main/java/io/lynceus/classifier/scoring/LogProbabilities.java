package io.lynceus.classifier.scoring;

/// Sums of probabilities held as natural logarithms.
public final class LogProbabilities {
    private LogProbabilities() {}

    /// ln of the sum of exp(terms), without overflow or underflow of the largest term; terms must be finite.
    public static double logSumExp(double[] terms) {
        double largest = terms[indexOfLargest(terms)];
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }

    /// Place of the largest term, the first of equals.
    public static int indexOfLargest(double[] terms) {
        int largest = 0;
        for (int i = 1; i < terms.length; i++) {
            if (terms[i] > terms[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
