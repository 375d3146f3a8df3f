package io.lynceus.feature.lightcurve;

import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.BroadBandFlux;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// An epoch with what is known of its mission and of the source's spectrum.
///
/// @param shape the source's power law, or the mission's typical one
public record Observation(Epoch epoch, Mission mission, PowerLaw shape) {
    private static final Comparator<Observation> BY_ID =
            Comparator.comparing(observation -> observation.epoch.detectionId());

    /// The surest spectrum first: a measured flux, then the signal-to-noise ratio, then the id.
    public static final Comparator<Observation> SUREST_SPECTRUM_FIRST = Comparator.comparing(Observation::measured)
            .thenComparingDouble(
                    observation -> observation.epoch.signalToNoise().orElse(-1))
            .reversed()
            .thenComparing(BY_ID);

    /// The surest position first: the smallest error, then the id.
    public static final Comparator<Observation> SUREST_POSITION_FIRST =
            Comparator.comparingDouble(Observation::positionSigmaArcsec).thenComparing(BY_ID);

    /// The flux over the mission's full band [erg cm⁻² s⁻¹].
    public Optional<Photometry> fullBandFlux() {
        return fluxIn(mission.fullBand());
    }

    public Optional<Photometry> fluxIn(EnergyBand target) {
        return BroadBandFlux.in(target, epoch.bands(), shape);
    }

    /// Start of the observation, else the mission's mean epoch.
    public Instant time() {
        return epoch.start().orElseGet(() -> mission.meanEpoch().instant());
    }

    private boolean measured() {
        return epoch.bands().stream().anyMatch(BandPhotometry::measured);
    }

    private double positionSigmaArcsec() {
        return epoch.positionError().map(error -> error.sigmaArcsec(mission)).orElse(Double.POSITIVE_INFINITY);
    }
}
