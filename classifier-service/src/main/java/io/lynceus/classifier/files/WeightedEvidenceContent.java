package io.lynceus.classifier.files;

import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.FeatureAxis;
import io.lynceus.classifier.model.Typicality;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of modern mode in a model document.
///
/// @param calibration ln evidence that every source gets, by class [nat]
/// @param typicality quantiles of the outlier measure of held-out sources, by class [dex]
record WeightedEvidenceContent(Map<String, Double> calibration, Map<String, List<Double>> typicality, List<Term> terms)
        implements RuleContent {
    /// One feature, or two together.
    ///
    /// @param presence empty, or what it says that the feature is measured
    /// @param lnRatio by class ln [p(x | class) / p(x)] at the grid points, the last axis running fastest [nat]
    /// @param lnPool ln p(x), p the mean over the classes [nat]
    record Term(
            List<Axis> axes,
            Map<String, Double> weight,
            List<Presence> presence,
            Map<String, List<Double>> lnRatio,
            List<Double> lnPool) {}

    record Axis(String name, String category, String unit, double low, double high, int points, boolean folded) {}

    /// @param share of the class's sources that have the feature
    record Presence(Map<String, Double> share, Map<String, Double> weight) {}

    static WeightedEvidenceContent of(WeightedEvidence rule, List<String> classes) {
        return new WeightedEvidenceContent(
                ByClass.named(classes, rule.calibration()),
                ByClass.named(classes, rule.typicality().quantiles()),
                rule.terms().stream().map(term -> term(term, classes)).toList());
    }

    private static Term term(EvidenceTerm term, List<String> classes) {
        return new Term(
                term.axes().stream()
                        .map(axis -> new Axis(
                                axis.feature().name(),
                                axis.feature().category().wireName(),
                                axis.feature().unit(),
                                axis.low(),
                                axis.high(),
                                axis.points(),
                                axis.folded()))
                        .toList(),
                ByClass.named(classes, term.weights()),
                term.presence().stream()
                        .map(presence -> new Presence(
                                ByClass.named(classes, presence.shares()), ByClass.named(classes, presence.weights())))
                        .toList(),
                ByClass.named(classes, term.lnRatios()),
                term.lnPool());
    }

    @Override
    public WeightedEvidence rule(List<String> classes, Features features) {
        return new WeightedEvidence(
                terms.stream().map(stored -> term(stored, classes, features)).toList(),
                ByClass.inOrder("calibration", classes, calibration),
                new Typicality(ByClass.inOrder("typicality", classes, typicality)));
    }

    private static EvidenceTerm term(Term stored, List<String> classes, Features features) {
        List<FeatureAxis> axes = stored.axes().stream()
                .map(axis -> new FeatureAxis(
                        features.of(axis.name(), axis.category(), axis.unit()),
                        axis.low(),
                        axis.high(),
                        axis.points(),
                        axis.folded()))
                .toList();
        return new EvidenceTerm(
                axes,
                ByClass.inOrder("ln_ratio", classes, stored.lnRatio()),
                stored.lnPool(),
                ByClass.inOrder("weight", classes, stored.weight()),
                presence(stored.presence(), classes));
    }

    private static Optional<EvidenceTerm.Presence> presence(List<Presence> stored, List<String> classes) {
        return stored.stream()
                .map(presence -> new EvidenceTerm.Presence(
                        ByClass.inOrder("presence share", classes, presence.share()),
                        ByClass.inOrder("presence weight", classes, presence.weight())))
                .findFirst();
    }
}
