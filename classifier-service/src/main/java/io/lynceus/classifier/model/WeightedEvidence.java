package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.LinkedHashSet;
import java.util.List;

/// Modern mode: evidence of single features and of pairs, each with a weight of its own per class.
///
/// The weights allow for what the terms share. They are learned on sources that the densities have not seen
/// (`WeightedEvidenceFit`). Each part of the score is the evidence of one term, so the track adds up to the
/// posterior exactly.
///
/// @param terms singles and pairs, in the order of the track
/// @param calibration ln evidence by class that every source gets [nat]
/// @param typicality how unusual sources of each class are
public record WeightedEvidence(List<EvidenceTerm> terms, List<Double> calibration, Typicality typicality)
        implements ScoringRule {
    public static final String NAME = "weighted-evidence";

    public WeightedEvidence {
        terms = List.copyOf(terms);
        calibration = List.copyOf(calibration);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a model without evidence");
        }
        for (EvidenceTerm term : terms) {
            if (term.classes() != calibration.size()) {
                throw new IllegalArgumentException("evidence of %s is of %d classes, not %d"
                        .formatted(term.part().name(), term.classes(), calibration.size()));
            }
        }
    }

    @Override
    public String wireName() {
        return NAME;
    }

    @Override
    public List<FeatureDefinition> features() {
        LinkedHashSet<FeatureDefinition> features = new LinkedHashSet<>();
        terms.forEach(term -> term.axes().forEach(axis -> features.add(axis.feature())));
        return List.copyOf(features);
    }

    @Override
    public List<EvidencePart> parts() {
        return terms.stream().flatMap(term -> term.parts().stream()).toList();
    }

    @Override
    public int classes() {
        return calibration.size();
    }
}
