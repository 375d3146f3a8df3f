package io.lynceus.feature.features;

import io.lynceus.feature.epoch.BandPhotometry;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.lightcurve.Observation;
import io.lynceus.sky.EnergyBand;
import java.util.List;
import java.util.Optional;

/// How hard a source is: hardness ratios of adjacent bands and the photon index.
final class SpectrumFeatures {
    private SpectrumFeatures() {}

    static void add(FeatureExtractor.Features features, Observation observation, Optional<Measurement> photonIndex) {
        features.put(FeatureDefinition.PHOTON_INDEX, photonIndex, () -> Absence.NOT_MEASURED);
        List<EnergyBand> bands = observation.mission().energies();
        for (FeatureDefinition beyond : FeatureDefinition.ratiosFrom(bands.size())) {
            features.put(beyond, Optional.empty(), () -> Absence.NO_COVERAGE);
        }
        for (int pair = 1; pair < bands.size(); pair++) {
            Optional<Photometry> soft = in(observation.epoch(), bands.get(pair - 1));
            Optional<Photometry> hard = in(observation.epoch(), bands.get(pair));
            features.put(
                    FeatureDefinition.hardnessRatio(pair),
                    soft.flatMap(s -> hard.flatMap(h -> hardnessRatio(s, h)))
                            .map(ratio -> ratio.from(observation.epoch().detectionId())),
                    () -> soft.isPresent() && hard.isPresent() ? Absence.NOT_DETECTED : Absence.NOT_MEASURED);
        }
    }

    /// (H−S)/(H+S), in [-1, 1], with σ = 2 √(H²σ_S² + S²σ_H²) / (H+S)².
    ///
    /// A flux below zero counts as zero. A band with an upper limit counts as zero flux with the limit's 1σ
    /// error where the limit is below the other band's flux. Empty where both bands are empty, or where a
    /// limit is above the other band's flux and so does not tell soft from hard.
    ///
    /// Source: Tranin et al. 2022, A&A 657, A138.
    static Optional<Measurement> hardnessRatio(Photometry soft, Photometry hard) {
        double s = Math.max(0, soft.asFlux().value());
        double h = Math.max(0, hard.asFlux().value());
        if (!(s + h > 0) || tellsNothing(soft, h) || tellsNothing(hard, s)) {
            return Optional.empty();
        }
        double slope = 2 / ((s + h) * (s + h));
        return Optional.of(
                Measurement.combination((h - s) / (h + s), soft.asFlux(), -h * slope, hard.asFlux(), s * slope));
    }

    private static boolean tellsNothing(Photometry photometry, double other) {
        return photometry instanceof Photometry.UpperLimit limit && !(limit.cgs() < other);
    }

    private static Optional<Photometry> in(Epoch epoch, EnergyBand band) {
        return epoch.bands().stream()
                .filter(b -> b.covers(band))
                .min(BandPhotometry.BY_ENERGY)
                .map(BandPhotometry::photometry);
    }
}
