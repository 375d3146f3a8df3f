package io.lynceus.crossmatch.match;

/// Position of the object behind several measurements, weighted by their precisions. Mutable; for one thread.
///
/// The Bayes factor of n measurements being one object is a product of two-way factors: of the second with the first,
/// of the third with the merger of both, and so on. Each is `ln B = ln 2 - 1/2 ln |P + C| - 1/2 d' (P + C)^-1 d` in
/// radians. P is the covariance of the merger, C that of the next measurement, d the offset between them. The order
/// does not matter. With circular errors this is eq. 18 of Budavári & Szalay 2008, doi:10.1086/587156; no large terms
/// cancel, however different the errors are. The first measured motion among them is the motion of all.
final class MergedPosition {
    /// Arcseconds in a radian, 648000 / pi; by definition of the degree.
    private static final double ARCSEC_PER_RAD = 648_000 / Math.PI;

    /// ln of the Bayes factor of two coincident positions whose combined covariance has a determinant of 1
    /// arcsec^4: ln 2, and the change of the determinant from arcsec^4 to rad^4 under the square root.
    static final double LN_UNIT_BAYES_FACTOR = Math.log(2) + 2 * Math.log(ARCSEC_PER_RAD);

    private double east;
    private double north;
    private double eastEast;
    private double northNorth;
    private double eastNorth;
    private double eastPerYear;
    private double northPerYear;
    private double motionVariance;

    void set(double eastEast, double northNorth, double eastNorth) {
        this.east = 0;
        this.north = 0;
        this.eastEast = eastEast;
        this.northNorth = northNorth;
        this.eastNorth = eastNorth;
        eastPerYear = Double.NaN;
        northPerYear = Double.NaN;
        motionVariance = 0;
    }

    void set(MergedPosition other) {
        east = other.east;
        north = other.north;
        eastEast = other.eastEast;
        northNorth = other.northNorth;
        eastNorth = other.eastNorth;
        eastPerYear = other.eastPerYear;
        northPerYear = other.northPerYear;
        motionVariance = other.motionVariance;
    }

    void set(Candidates candidates, int i) {
        east = candidates.east[i];
        north = candidates.north[i];
        eastEast = candidates.eastEast[i];
        northNorth = candidates.northNorth[i];
        eastNorth = candidates.eastNorth[i];
        eastPerYear = candidates.eastPerYear[i];
        northPerYear = candidates.northPerYear[i];
        motionVariance = candidates.motionVariance[i];
    }

    /// ln of the Bayes factor that no further measurement can exceed.
    double lnHighestBayesFactor() {
        return LN_UNIT_BAYES_FACTOR - Math.log(eastEast * northNorth - eastNorth * eastNorth) / 2;
    }

    double north() {
        return north;
    }

    /// Variance along north of the offset to an entry that was not moved for so many years, and had none itself.
    double northVariance(double years) {
        return northNorth + motionVariance * years * years;
    }

    /// How far the object has moved along north in so many years [arcsec], >= 0.
    double northWay(double years) {
        return moves() ? Math.abs(northPerYear * years) : 0;
    }

    private boolean moves() {
        return !Double.isNaN(eastPerYear);
    }

    /// Becomes the merger of a former one and a candidate.
    ///
    /// @return natural log of the Bayes factor of the two being one
    double merge(MergedPosition former, Candidates candidates, int i) {
        double cee = candidates.eastEast[i];
        double cnn = candidates.northNorth[i];
        double cen = candidates.eastNorth[i];
        double placeEast = candidates.east[i];
        double placeNorth = candidates.north[i];
        double years = candidates.years[i];
        if (years != 0 && former.moves()) {
            placeEast += former.eastPerYear * years;
            placeNorth += former.northPerYear * years;
            cee += former.motionVariance * years * years;
            cnn += former.motionVariance * years * years;
        }
        boolean moves = former.moves();
        eastPerYear = moves ? former.eastPerYear : candidates.eastPerYear[i];
        northPerYear = moves ? former.northPerYear : candidates.northPerYear[i];
        motionVariance = moves ? former.motionVariance : candidates.motionVariance[i];
        double see = former.eastEast + cee;
        double snn = former.northNorth + cnn;
        double sen = former.eastNorth + cen;
        double determinant = see * snn - sen * sen;
        double de = placeEast - former.east;
        double dn = placeNorth - former.north;
        double gainEe = (former.eastEast * snn - former.eastNorth * sen) / determinant;
        double gainEn = (former.eastNorth * see - former.eastEast * sen) / determinant;
        double gainNe = (former.eastNorth * snn - former.northNorth * sen) / determinant;
        double gainNn = (former.northNorth * see - former.eastNorth * sen) / determinant;
        east = former.east + gainEe * de + gainEn * dn;
        north = former.north + gainNe * de + gainNn * dn;
        eastEast = gainEe * cee + gainEn * cen;
        northNorth = gainNe * cen + gainNn * cnn;
        eastNorth = gainEe * cen + gainEn * cnn;
        double mahalanobisSquared = (snn * de * de - 2 * sen * de * dn + see * dn * dn) / determinant;
        return LN_UNIT_BAYES_FACTOR - Math.log(determinant) / 2 - mahalanobisSquared / 2;
    }
}
