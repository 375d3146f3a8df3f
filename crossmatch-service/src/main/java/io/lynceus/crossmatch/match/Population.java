package io.lynceus.crossmatch.match;

/// Number of objects that a catalogue has on a piece of sky of known area.
///
/// @param objects counted, >= 0
/// @param areaSqDeg the piece [deg^2], > 0
public record Population(double objects, double areaSqDeg) {
    /// The whole sky [deg^2], 4 pi steradian = 41252.96; by definition of the degree.
    private static final double WHOLE_SKY_SQ_DEG = 4 * Math.PI * (180 / Math.PI) * (180 / Math.PI);

    public Population {
        if (!(objects >= 0 && objects < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("objects are " + objects + ", must be finite and >= 0");
        }
        if (!(areaSqDeg > 0 && areaSqDeg < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("area is " + areaSqDeg + ", must be finite and > 0 deg^2");
        }
    }

    /// A catalogue of this density [deg^-2], >= 0, over the whole sky.
    public static Population ofDensity(double perSqDeg) {
        return new Population(perSqDeg * WHOLE_SKY_SQ_DEG, WHOLE_SKY_SQ_DEG);
    }

    /// Natural log of the objects a whole sky of this density has; minus infinity for none.
    double lnOnWholeSky() {
        return Math.log(objects / areaSqDeg * WHOLE_SKY_SQ_DEG);
    }

    /// Natural log of the choices an association has in this catalogue: each object, or none of them.
    ///
    /// Salvato et al. 2018 take N + 1 for N; finite where nothing was counted.
    double lnChoices() {
        return Math.log((objects + 1) / areaSqDeg * WHOLE_SKY_SQ_DEG);
    }
}
