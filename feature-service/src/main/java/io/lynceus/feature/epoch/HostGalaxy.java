package io.lynceus.feature.epoch;

import java.util.OptionalDouble;

/// The galaxy whose ellipse holds a detection.
///
/// @param galactocentricRadius separation from its centre in units of the ellipse's radius at that angle, >= 0
/// @param redshift may be negative for a neighbour
/// @param distanceMpc redshift-independent distance [Mpc], > 0
public record HostGalaxy(double galactocentricRadius, OptionalDouble redshift, OptionalDouble distanceMpc) {
    /// Speed of light in vacuum [km/s]. Exact, SI definition of the metre (BIPM 2019).
    private static final double SPEED_OF_LIGHT_KM_PER_S = 299_792.458;

    /// Hubble constant [km/s/Mpc] of the method's cz/70. Tranin et al. 2022, A&A 657, A138.
    private static final double HUBBLE_KM_PER_S_PER_MPC = 70;

    /// Redshift above which the Hubble flow gives a distance. Tranin et al. 2022, A&A 657, A138.
    private static final double HUBBLE_FLOW_REDSHIFT = 0.003;

    public HostGalaxy {
        if (!(galactocentricRadius >= 0)) {
            throw new IllegalArgumentException(
                    "galactocentric_radius is " + galactocentricRadius + ", must be >= 0 ellipse radii");
        }
        if (distanceMpc.isPresent() && !(distanceMpc.getAsDouble() > 0)) {
            throw new IllegalArgumentException("distance_mpc is " + distanceMpc.getAsDouble() + ", must be > 0 Mpc");
        }
    }

    /// The measured distance [Mpc], else cz/70 in the Hubble flow, else empty.
    public OptionalDouble hubbleOrMeasuredDistanceMpc() {
        if (distanceMpc.isPresent()) {
            return distanceMpc;
        }
        return redshift.isPresent() && redshift.getAsDouble() > HUBBLE_FLOW_REDSHIFT
                ? OptionalDouble.of(redshift.getAsDouble() * SPEED_OF_LIGHT_KM_PER_S / HUBBLE_KM_PER_S_PER_MPC)
                : OptionalDouble.empty();
    }
}
