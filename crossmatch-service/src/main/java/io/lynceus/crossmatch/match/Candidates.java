package io.lynceus.crossmatch.match;

import java.util.Arrays;

/// Entries of one catalogue near an X-ray source. Mutable and refilled for every source; for one thread.
public final class Candidates {
    private static final int FIRST_CAPACITY = 8;

    private double lnOnWholeSky;
    private double lnChoices;
    private double lnCompleteness;
    private int size;
    double[] east = new double[FIRST_CAPACITY];
    double[] north = new double[FIRST_CAPACITY];
    double[] eastEast = new double[FIRST_CAPACITY];
    double[] northNorth = new double[FIRST_CAPACITY];
    double[] eastNorth = new double[FIRST_CAPACITY];
    double[] lnWeight = new double[FIRST_CAPACITY];

    /// Forgets all entries.
    ///
    /// @param here how many objects the catalogue has around the source
    /// @param completeness probability that the source's counterpart is in the catalogue, in (0, 1]
    public void clear(Population here, double completeness) {
        if (!(completeness > 0 && completeness <= 1)) {
            throw new IllegalArgumentException("completeness is " + completeness + ", must lie in (0, 1]");
        }
        size = 0;
        lnOnWholeSky = here.lnOnWholeSky();
        lnChoices = here.lnChoices();
        lnCompleteness = Math.log(completeness);
    }

    /// Adds an entry: its offset from the X-ray position [arcsec], its covariance [arcsec^2], not singular.
    ///
    /// @param log10Weight how much more probable its magnitude is for a counterpart than in the field, base 10; 0
    /// for
    ///     not known
    public void add(
            double eastArcsec,
            double northArcsec,
            double eastEast,
            double northNorth,
            double eastNorth,
            double log10Weight) {
        if (!(eastEast * northNorth - eastNorth * eastNorth > 0 && eastEast > 0)) {
            throw new IllegalArgumentException("covariance of a candidate is (" + eastEast + ", " + northNorth + ", "
                    + eastNorth + "), must be positive definite arcsec^2");
        }
        if (!(Double.isFinite(eastArcsec) && Double.isFinite(northArcsec) && Double.isFinite(log10Weight))) {
            throw new IllegalArgumentException("candidate at (" + eastArcsec + ", " + northArcsec
                    + ") arcsec with weight " + log10Weight + ": all must be finite");
        }
        if (size == east.length) {
            grow();
        }
        east[size] = eastArcsec;
        north[size] = northArcsec;
        this.eastEast[size] = eastEast;
        this.northNorth[size] = northNorth;
        this.eastNorth[size] = eastNorth;
        lnWeight[size] = log10Weight * Math.log(10);
        size++;
    }

    /// How many entries there are.
    public int size() {
        return size;
    }

    double lnOnWholeSky() {
        return lnOnWholeSky;
    }

    double lnChoices() {
        return lnChoices;
    }

    /// Natural log of the prior odds that one particular entry of the catalogue is the counterpart.
    double lnPrior() {
        return lnCompleteness - lnChoices;
    }

    /// Natural log of the odds no entry can exceed, were it exactly where the others are and they without error.
    double lnHighestOdds() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double determinant = eastEast[i] * northNorth[i] - eastNorth[i] * eastNorth[i];
            highest = Math.max(highest, lnWeight[i] - Math.log(determinant) / 2);
        }
        return highest + MergedPosition.LN_UNIT_BAYES_FACTOR + lnPrior();
    }

    private void grow() {
        int capacity = 2 * size;
        east = Arrays.copyOf(east, capacity);
        north = Arrays.copyOf(north, capacity);
        eastEast = Arrays.copyOf(eastEast, capacity);
        northNorth = Arrays.copyOf(northNorth, capacity);
        eastNorth = Arrays.copyOf(eastNorth, capacity);
        lnWeight = Arrays.copyOf(lnWeight, capacity);
    }
}
