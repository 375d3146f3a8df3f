package io.lynceus.crossmatch.match;

import java.util.Arrays;

/// Entries of one catalogue near an X-ray source. Mutable and refilled for every source; for one thread.
public final class Candidates {
    private static final int FIRST_CAPACITY = 8;

    private double lnOnWholeSky;
    private double lnChoices;
    private double lnPriorOdds;
    private int size;
    double[] east = new double[FIRST_CAPACITY];
    double[] north = new double[FIRST_CAPACITY];
    double[] eastEast = new double[FIRST_CAPACITY];
    double[] northNorth = new double[FIRST_CAPACITY];
    double[] eastNorth = new double[FIRST_CAPACITY];
    double[] lnWeight = new double[FIRST_CAPACITY];
    /// Measured motion [arcsec/yr]; NaN for none.
    double[] eastPerYear = new double[FIRST_CAPACITY];
    double[] northPerYear = new double[FIRST_CAPACITY];
    double[] motionVariance = new double[FIRST_CAPACITY];
    /// From the entry's epoch to the source's [yr], of an entry that was not moved there.
    double[] years = new double[FIRST_CAPACITY];
    private double longestYears;

    /// Forgets all entries.
    ///
    /// @param here how many objects the catalogue has around the source
    /// @param priorOdds that the source's counterpart is in the catalogue, over its not being there, > 0; NWAY's
    ///     prior completeness
    public void clear(Population here, double priorOdds) {
        if (!(priorOdds > 0 && priorOdds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("prior odds are " + priorOdds + ", must be finite and > 0");
        }
        size = 0;
        longestYears = 0;
        lnOnWholeSky = here.lnOnWholeSky();
        lnChoices = here.lnChoices();
        lnPriorOdds = Math.log(priorOdds);
    }

    /// Adds an entry: its offset from the X-ray position [arcsec], its covariance [arcsec^2], not singular.
    ///
    /// @param log10Weight how much more probable its magnitude is for a counterpart than in the field, base 10; 0
    ///     for not known
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
        eastPerYear[size] = Double.NaN;
        northPerYear[size] = Double.NaN;
        motionVariance[size] = 0;
        years[size] = 0;
        size++;
    }

    /// Gives the entry added last a measured motion, by which it has been moved to the source's epoch. Entries of
    /// other catalogues that are one with it and have none move along.
    ///
    /// @param eastPerYear [arcsec/yr]
    /// @param northPerYear [arcsec/yr]
    /// @param variance of each of the two [arcsec^2/yr^2], >= 0
    public void moving(double eastPerYear, double northPerYear, double variance) {
        this.eastPerYear[size - 1] = eastPerYear;
        this.northPerYear[size - 1] = northPerYear;
        motionVariance[size - 1] = variance;
    }

    /// Says that the entry added last lies where it was this many years before the source's epoch, its motion not
    /// known.
    public void yearsBefore(double years) {
        this.years[size - 1] = years;
        longestYears = Math.max(longestYears, Math.abs(years));
    }

    /// How many entries there are.
    public int size() {
        return size;
    }

    double longestYears() {
        return longestYears;
    }

    double lnOnWholeSky() {
        return lnOnWholeSky;
    }

    double lnChoices() {
        return lnChoices;
    }

    /// log10 of the prior odds that one particular entry of the catalogue is the counterpart: completeness over
    /// choices.
    public double log10Prior() {
        return lnPrior() / Math.log(10);
    }

    /// log10 of how much an entry's magnitude speaks for it.
    public double log10Weight(int i) {
        return lnWeight[i] / Math.log(10);
    }

    /// Natural log of the prior odds that one particular entry of the catalogue is the counterpart.
    double lnPrior() {
        return lnPriorOdds - lnChoices;
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
        eastPerYear = Arrays.copyOf(eastPerYear, capacity);
        northPerYear = Arrays.copyOf(northPerYear, capacity);
        motionVariance = Arrays.copyOf(motionVariance, capacity);
        years = Arrays.copyOf(years, capacity);
    }
}
