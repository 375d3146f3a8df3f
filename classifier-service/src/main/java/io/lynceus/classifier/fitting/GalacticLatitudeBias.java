package io.lynceus.classifier.fitting;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.model.SourceClass;

/// Surveys of nearby galaxies bias the galactic latitudes of known X-ray binaries: half their density is made
/// isotropic.
///
/// density <- 1/2 density + 1/2 (pi/360) cos b per degree.
///
/// Source: Tranin et al. (2022), A&A 657, A138, section 3.2.
final class GalacticLatitudeBias {
    private static final String FEATURE = "galactic_latitude";
    private static final String CLASS = "XRB";
    /// Isotropic density of latitude at the equator, per degree: (pi/180) cos b / 2.
    private static final double ISOTROPIC_PER_DEG = Math.PI / 360;

    private GalacticLatitudeBias() {}

    static boolean affects(FeatureDefinition feature, SourceClass sourceClass) {
        return feature.name().equals(FEATURE) && sourceClass.name().equals(CLASS);
    }

    /// Mixes the isotropic density into a table whose entry k stands for the latitude lowDeg + k stepDeg.
    static void correct(double[] densityPerDeg, double lowDeg, double stepDeg) {
        for (int k = 0; k < densityPerDeg.length; k++) {
            double latitudeRad = Math.toRadians(lowDeg + k * stepDeg);
            densityPerDeg[k] = 0.5 * densityPerDeg[k] + 0.5 * ISOTROPIC_PER_DEG * Math.cos(latitudeRad);
        }
    }
}
