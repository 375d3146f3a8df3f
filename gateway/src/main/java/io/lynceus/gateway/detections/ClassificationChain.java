package io.lynceus.gateway.detections;

import io.lynceus.contracts.RawJson;
import io.lynceus.gateway.detections.HopResult.Passed;
import io.lynceus.gateway.detections.HopResult.Rejected;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/// Takes detections through cross-match, features and classifier, with one call to each service for all of them.
///
/// 1. One result for each detection, in the same order.
/// 2. A rejected detection stays rejected, and does not hold up the others.
public final class ClassificationChain {
    private final DetectionServices services;

    public ClassificationChain(DetectionServices services) {
        this.services = services;
    }

    /// @param history whether stored epochs of the sources count
    public List<HopResult> classify(List<HopResult> detections, boolean history) {
        List<HopResult> enhanced = hop(detections, services::crossmatch);
        List<HopResult> featured = hop(enhanced, documents -> services.features(documents, history));
        return hop(featured, services::classify);
    }

    private static List<HopResult> hop(List<HopResult> results, Function<List<RawJson>, List<HopResult>> service) {
        List<RawJson> documents = results.stream()
                .filter(Passed.class::isInstance)
                .map(result -> ((Passed) result).document())
                .toList();
        if (documents.isEmpty()) {
            return results;
        }
        Iterator<HopResult> answers = service.apply(documents).iterator();
        return results.stream()
                .map(result -> switch (result) {
                    case Passed passed -> answers.next();
                    case Rejected rejected -> rejected;
                })
                .toList();
    }
}
