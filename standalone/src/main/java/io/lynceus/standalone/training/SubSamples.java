package io.lynceus.standalone.training;

import io.lynceus.classifier.evaluation.SubSample;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Parts of a labelled sample with scores of their own.
final class SubSamples {
    /// Signal-to-noise ratio from which a source's spectrum says enough: Tranin et al. 2022, A&A 657, A138.
    private static final double BRIGHT = 10;

    private static final String OPTICAL = "log_fx_fr";
    private static final String INFRARED = "log_fx_fw1";

    private SubSamples() {}

    /// @param sample whose table's rows are its sources, in order
    static List<SubSample> of(LabelledSample sample) {
        return List.of(
                part("optical counterpart", sample, source -> source.has(OPTICAL)),
                part("no optical counterpart", sample, source -> !source.has(OPTICAL)),
                part("infrared counterpart", sample, source -> source.has(INFRARED)),
                part("no infrared counterpart", sample, source -> !source.has(INFRARED)),
                part("signal-to-noise above 10", sample, source -> source.signalToNoise() > BRIGHT),
                part("signal-to-noise up to 10", sample, source -> source.signalToNoise() <= BRIGHT),
                part("fit for classification", sample, SubSamples::fit));
    }

    private static SubSample part(String name, LabelledSample sample, Predicate<LabelledSource> has) {
        return new SubSample(name, row -> has.test(sample.sources().get(row)));
    }

    /// The test sample: at least two of an optical counterpart, an infrared one, a spectrum or a high
    /// signal-to-noise ratio, and several detections, known by the variability between observations.
    ///
    /// Source: Tranin et al. 2022, A&A 657, A138.
    private static boolean fit(LabelledSource source) {
        return Stream.of(
                                source.has(OPTICAL),
                                source.has(INFRARED),
                                source.has("photon_index") || source.signalToNoise() > BRIGHT,
                                source.has("significant_long_term_ratio")
                                        || source.has("inter_observation_variability"))
                        .filter(holds -> holds)
                        .count()
                >= 2;
    }
}
