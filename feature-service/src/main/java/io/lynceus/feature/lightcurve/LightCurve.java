package io.lynceus.feature.lightcurve;

import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.Mission;
import io.lynceus.sky.PowerLaw;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All epochs of a source over all missions, by time, with the spectrum that they share.
public final class LightCurve {
    private final List<Observation> observations;
    private final Optional<Measurement> photonIndex;
    private final EnergyBand referenceBand;
    private final double calibrationError;

    private LightCurve(
            List<Observation> observations,
            Optional<Measurement> photonIndex,
            EnergyBand referenceBand,
            double calibrationError) {
        this.observations = observations;
        this.photonIndex = photonIndex;
        this.referenceBand = referenceBand;
        this.calibrationError = calibrationError;
    }

    /// @param epochs at least one, in any order; an id that comes twice counts once
    public static LightCurve of(Collection<Epoch> epochs, FeatureRules rules) {
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a light curve needs at least one epoch");
        }
        TreeMap<String, Observation> byId = new TreeMap<>();
        for (Epoch epoch : epochs) {
            Mission mission = rules.mission(epoch);
            byId.put(epoch.detectionId(), new Observation(epoch, mission, mission.spectrum()));
        }
        Optional<Measurement> photonIndex = byId.values().stream()
                .filter(observation -> observation.epoch().photonIndex().isPresent())
                .min(Observation.SUREST_SPECTRUM_FIRST)
                .flatMap(observation -> observation
                        .epoch()
                        .photonIndex()
                        .map(index -> index.from(observation.epoch().detectionId())));
        Optional<PowerLaw> shape = photonIndex.map(index -> new PowerLaw(index.value()));
        return new LightCurve(
                byId.values().stream()
                        .map(o -> new Observation(o.epoch(), o.mission(), shape.orElse(o.shape())))
                        .sorted(Comparator.comparing(Observation::time)
                                .thenComparing(
                                        observation -> observation.epoch().detectionId()))
                        .toList(),
                photonIndex,
                rules.referenceBand(),
                rules.calibrationError());
    }

    /// By time, then by detection id.
    public List<Observation> observations() {
        return observations;
    }

    /// Γ of the source, where an epoch measured one.
    public Optional<Measurement> photonIndex() {
        return photonIndex;
    }

    /// The band in which epochs of all missions are compared.
    public EnergyBand referenceBand() {
        return referenceBand;
    }

    /// The epochs as points: fluxes over the mission's full band and over the reference band.
    public List<Point> points() {
        return observations.stream()
                .map(o -> new Point(
                        o.epoch(),
                        o.time(),
                        o.epoch().start().isEmpty(),
                        o.mission().fullBand(),
                        o.fullBandFlux(),
                        o.fluxIn(referenceBand)))
                .toList();
    }

    /// The spans of constant flux over the reference band, by time: epochs without a date or an error are left out, and
    /// a limit counts as zero flux with its 1σ error.
    ///
    /// Errors are widened by how far missions' fluxes of one source differ, a fraction of the flux.
    public List<Span> spans() {
        return BayesianBlocks.of(observations.stream()
                        .filter(o -> o.epoch().start().isPresent())
                        .flatMap(o -> o.fluxIn(referenceBand).stream()
                                .map(Photometry::asFlux)
                                .filter(flux -> flux.error().orElse(0) > 0)
                                .map(flux -> new BayesianBlocks.Epoch(
                                        o.epoch().detectionId(),
                                        o.time(),
                                        flux.value(),
                                        Math.hypot(flux.error().orElseThrow(), calibrationError * flux.value()))))
                        .toList())
                .stream()
                .map(Span::of)
                .toList();
    }

    /// A span of time in which the flux did not change for certain.
    ///
    /// @param from date of its first epoch
    /// @param to date of its last epoch
    /// @param flux weighted mean over the reference band [erg cm⁻² s⁻¹], its inputs the first and the last epoch
    public record Span(Instant from, Instant to, int epochs, Measurement flux) {
        private static Span of(BayesianBlocks.Block block) {
            BayesianBlocks.Epoch first = block.epochs().getFirst();
            BayesianBlocks.Epoch last = block.epochs().getLast();
            return new Span(
                    first.time(),
                    last.time(),
                    block.epochs().size(),
                    block.flux().from(first.detectionId()).and(last.detectionId()));
        }
    }

    /// The fluxes and limits over the reference band [erg cm⁻² s⁻¹], by time; epochs without either are left
    /// out.
    public List<Sample> referenceFluxes() {
        return observations.stream()
                .flatMap(o -> o.fluxIn(referenceBand).stream()
                        .map(photometry -> new Sample(o.epoch().detectionId(), photometry)))
                .toList();
    }

    /// What one detection says of the flux.
    public record Sample(String detectionId, Photometry photometry) {}

    public Observation first(Comparator<Observation> order) {
        return observations.stream().min(order).orElseThrow();
    }

    /// One epoch of a light curve.
    ///
    /// @param timeAssumed whether the time is the mission's mean epoch, the detection having no date
    /// @param ownBand the mission's full band
    /// @param own flux or limit over that band
    /// @param reference the same over the reference band
    public record Point(
            Epoch epoch,
            Instant time,
            boolean timeAssumed,
            EnergyBand ownBand,
            Optional<Photometry> own,
            Optional<Photometry> reference) {}
}
