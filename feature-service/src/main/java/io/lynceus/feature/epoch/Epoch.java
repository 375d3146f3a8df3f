package io.lynceus.feature.epoch;

import io.lynceus.sky.PowerLaw;
import io.lynceus.sky.SkyPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One detection of a source: what its features need to know of it.
///
/// @param instrument empty text where the detection names none
/// @param start of the observation; empty: the mission's mean epoch
/// @param bands fluxes and limits by band; may be empty
/// @param signalToNoise of the detection, >= 0
/// @param intraObservationVariability probability in [0, 1]
/// @param interObservationVariability probability in [0, 1]
/// @param photonIndex Γ of a power-law fit, in the range of [PowerLaw]
/// @param searched the catalogues that were searched around the position; empty where it is not known
/// @param counterparts the most probable entry of each counterpart catalogue
public record Epoch(
        String detectionId,
        String mission,
        String instrument,
        Optional<Instant> start,
        SkyPosition position,
        Optional<PositionError> positionError,
        List<BandPhotometry> bands,
        OptionalDouble signalToNoise,
        OptionalDouble intraObservationVariability,
        OptionalDouble interObservationVariability,
        Optional<Measurement> photonIndex,
        Optional<List<SearchedCatalogue>> searched,
        List<Counterpart> counterparts,
        Optional<HostGalaxy> hostGalaxy) {
    public Epoch {
        bands = List.copyOf(bands);
        searched = searched.map(List::copyOf);
        counterparts = List.copyOf(counterparts);
        if (signalToNoise.isPresent() && !(signalToNoise.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("signal_to_noise is " + signalToNoise.getAsDouble() + ", must be >= 0");
        }
        photonIndex.ifPresent(index -> new PowerLaw(index.value()));
        probability("intra_observation_variability", intraObservationVariability);
        probability("inter_observation_variability", interObservationVariability);
    }

    private static void probability(String name, OptionalDouble p) {
        if (p.isPresent() && !(p.getAsDouble() >= 0 && p.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(name + " is " + p.getAsDouble() + ", must lie in [0, 1]");
        }
    }
}
