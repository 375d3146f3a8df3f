package io.lynceus.feature.features;

import io.lynceus.feature.epoch.Counterpart;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.FeatureRules;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import io.lynceus.feature.lightcurve.LightCurve;
import io.lynceus.feature.lightcurve.Observation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns the epochs of a source into its features: a pure function of the set, whatever the order of arrival.
///
/// Every choice among epochs is by a total order, ties broken by detection id:
/// - the **spectrum epoch** gives F_X and the hardness ratios: one with a measured flux, and of those the one
///   with the highest signal-to-noise ratio;
/// - the **position epoch** gives the position, the counterparts and the host galaxy: the one with the smallest
///   position error, since its counterparts are the surest;
/// - the photon index is that of the epoch with the surest spectrum that has one, and shapes the conversion of
///   every epoch's flux between bands;
/// - the variability probabilities are the highest over the epochs, as CSC2 defines its per-source values
///   (Evans et al. 2010, ApJS 189, 37, doi:10.1088/0067-0049/189/1/37).
///
/// Source of the features: Tranin et al. 2022, A&A 657, A138, doi:10.1051/0004-6361/202141259.
public final class FeatureExtractor {
    private final FeatureRules rules;

    public FeatureExtractor(FeatureRules rules) {
        this.rules = rules;
    }

    /// The features of a source after these epochs.
    ///
    /// @param epochs at least one; an id that comes twice counts once
    public FeatureVector features(Collection<Epoch> epochs) {
        LightCurve lightCurve = LightCurve.of(epochs, rules);
        Observation spectrum = lightCurve.first(Observation.SUREST_SPECTRUM_FIRST);
        Observation position = lightCurve.first(Observation.SUREST_POSITION_FIRST);
        Optional<Measurement> flux = spectrum.fullBandFlux()
                .filter(Photometry.Flux.class::isInstance)
                .map(Photometry::asFlux)
                .map(measured -> measured.from(spectrum.epoch().detectionId()));
        List<Counterpart> counterparts = position.epoch().counterparts().stream()
                .filter(rules::accepts)
                .sorted(Counterpart.BY_PRECEDENCE)
                .toList();

        Magnitudes magnitudes = new Magnitudes(counterparts, rules.passbandShifts());
        SearchCoverage coverage = new SearchCoverage(position.epoch().searched(), counterparts, rules.passbandShifts());

        Features found = new Features();
        LocationFeatures.add(found, position.epoch(), coverage, magnitudes, flux);
        SpectrumFeatures.add(found, spectrum, lightCurve.photonIndex());
        CounterpartFeatures.add(found, magnitudes, coverage, flux);
        VariabilityFeatures.add(found, lightCurve);
        return new FeatureVector(
                found.inOrder(FeatureDefinition.all(spectrum.mission().bands().size())),
                spectrum.epoch().mission(),
                lightCurve.observations().size());
    }

    /// The features found so far; not thread-safe.
    static final class Features {
        private final Map<FeatureDefinition, Feature> found = new HashMap<>();

        /// @param absence why it is missing, where it is
        void put(FeatureDefinition definition, Optional<Measurement> measurement, Supplier<Absence> absence) {
            found.put(
                    definition,
                    new Feature(
                            definition,
                            measurement,
                            measurement.isPresent() ? Optional.empty() : Optional.of(absence.get())));
        }

        private List<Feature> inOrder(List<FeatureDefinition> definitions) {
            return definitions.stream()
                    .map(definition -> found.getOrDefault(
                            definition, new Feature(definition, Optional.empty(), Optional.of(Absence.NOT_MEASURED))))
                    .toList();
        }
    }
}
