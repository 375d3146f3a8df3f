package io.lynceus.standalone.simulator;

import io.lynceus.sky.JulianEpoch;
import io.lynceus.sky.ProperMotion;
import io.lynceus.sky.SkyPosition;

/// Where an object is, how it moves and how it shines from the optical to the mid infrared; true values all.
///
/// @param position at [#EPOCH]
/// @param parallaxMas [mas], 0 beyond the Galaxy
record Light(SkyPosition position, ProperMotion motion, double parallaxMas, Photometry photometry) {
    /// Epoch of all true positions.
    static final JulianEpoch EPOCH = new JulianEpoch(2016);

    /// Velocity of 1 mas/yr at 1 kpc, 1 au/yr [km/s]; IAU 2012 resolution B2.
    private static final double KM_PER_S_OF_MAS_PER_YR = 4.740470;

    private static final ProperMotion AT_REST = new ProperMotion(0, 0, 0, 0);

    Light {
        if (!(parallaxMas >= 0)) {
            throw new IllegalArgumentException("true parallax must be >= 0 mas: " + parallaxMas);
        }
    }

    static Light beyondTheGalaxy(SkyPosition position, Photometry photometry) {
        return new Light(position, AT_REST, 0, photometry);
    }

    /// A star whose velocity scatters by this much per axis [km/s].
    static Light star(SkyPosition position, double distanceKpc, double kmPerS, Photometry photometry, Dice dice) {
        double masPerYr = kmPerS / (KM_PER_S_OF_MAS_PER_YR * distanceKpc);
        ProperMotion motion = new ProperMotion(dice.gaussian(0, masPerYr), dice.gaussian(0, masPerYr), 0, 0);
        return new Light(position, motion, 1 / distanceKpc, photometry);
    }

    SkyPosition at(JulianEpoch epoch) {
        return motion.move(position, EPOCH, epoch);
    }
}
