package io.lynceus.standalone.simulator;

/// The place of a field, with its consequences for the field. All numbers are choices.
enum FieldKind {
    HIGH_LATITUDE(0.56, 5_000, 17.3, 3e20),
    GALACTIC_PLANE(0.27, 40_000, 16.0, 5e21),
    NEARBY_GALAXY(0.17, 5_000, 17.3, 3e20);

    private final double share;
    private final double starsPerSqDeg;
    private final double midInfraredLimitMag;
    private final double foregroundPerSqCm;

    /// @param share of all fields, so that all hold about as many sources
    /// @param starsPerSqDeg field stars above the optical limit [deg^-2]
    /// @param midInfraredLimitMag faintest W1 [mag]; brighter in the plane, where images overlap
    /// @param foregroundPerSqCm Galactic hydrogen column [cm^-2] before sources beyond the Galaxy
    FieldKind(double share, double starsPerSqDeg, double midInfraredLimitMag, double foregroundPerSqCm) {
        this.share = share;
        this.starsPerSqDeg = starsPerSqDeg;
        this.midInfraredLimitMag = midInfraredLimitMag;
        this.foregroundPerSqCm = foregroundPerSqCm;
    }

    double share() {
        return share;
    }

    double starsPerSqDeg() {
        return starsPerSqDeg;
    }

    double midInfraredLimitMag() {
        return midInfraredLimitMag;
    }

    double foregroundPerSqCm() {
        return foregroundPerSqCm;
    }
}
