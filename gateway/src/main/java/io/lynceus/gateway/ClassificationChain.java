package io.lynceus.gateway;

import io.lynceus.gateway.Outcome.Passed;
import io.lynceus.gateway.Outcome.Refused;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// Takes detections through cross-match, features and classifier, one call each for all of them.
///
/// 1. One outcome for each detection, in the same order.
/// 2. A detection that is refused on the way stays refused, and does not hold up the others.
public final class ClassificationChain {
    private final DetectionServices services;

    public ClassificationChain(DetectionServices services) {
        this.services = services;
    }

    /// @param history whether stored epochs of the sources count
    public List<Outcome> classify(List<Outcome> detections, boolean history) {
        List<Outcome> enhanced = through(detections, services::crossmatch);
        List<Outcome> featured = through(enhanced, documents -> services.features(documents, history));
        return through(featured, services::classify);
    }

    private static List<Outcome> through(List<Outcome> outcomes, Function<List<JsonDocument>, List<Outcome>> service) {
        List<JsonDocument> going = outcomes.stream()
                .filter(Passed.class::isInstance)
                .map(outcome -> ((Passed) outcome).document())
                .toList();
        if (going.isEmpty()) {
            return outcomes;
        }
        Iterator<Outcome> answers = service.apply(going).iterator();
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case Passed passed -> answers.next();
                    case Refused refused -> refused;
                })
                .toList();
    }
}
