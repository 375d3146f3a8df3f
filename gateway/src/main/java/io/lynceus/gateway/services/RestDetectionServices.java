package io.lynceus.gateway.services;

import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.DetectionServices;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Outcome;
import io.lynceus.gateway.Outcome.Passed;
import io.lynceus.gateway.Outcome.Refused;
import io.lynceus.gateway.Reply;
import io.lynceus.gateway.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Cross-match, features and classifier over HTTP.
@ApplicationScoped
class RestDetectionServices implements DetectionServices {
    private final GuardedCalls calls;
    private final CrossmatchClient crossmatch;
    private final FeatureClient feature;
    private final ClassifierClient classifier;

    RestDetectionServices(
            GuardedCalls calls,
            @RestClient CrossmatchClient crossmatch,
            @RestClient FeatureClient feature,
            @RestClient ClassifierClient classifier) {
        this.calls = calls;
        this.crossmatch = crossmatch;
        this.feature = feature;
        this.classifier = classifier;
    }

    record Batch(List<RawJson> detections) {
        static byte[] of(List<JsonDocument> documents) {
            return Wire.write(new Batch(documents.stream()
                    .map(document -> RawJson.of(document.utf8()))
                    .toList()));
        }
    }

    record Answer(List<RawJson> results) {}

    record Entry(@Nullable RawJson error) {}

    record Conflicts(Set<String> conflicts) {}

    @Override
    public List<Outcome> crossmatch(List<JsonDocument> detections) {
        return hop(Service.CROSSMATCH, detections, crossmatch::crossmatch);
    }

    @Override
    public List<Outcome> features(List<JsonDocument> enhanced, boolean history) {
        return hop(Service.FEATURE, enhanced, body -> feature.features(body, history));
    }

    @Override
    public List<Outcome> classify(List<JsonDocument> featured) {
        return hop(Service.CLASSIFIER, featured, classifier::classify);
    }

    @Override
    public Set<String> conflicts(List<JsonDocument> detections) {
        byte[] body = Batch.of(detections);
        Reply reply = calls.call(Service.CROSSMATCH, () -> crossmatch.conflicts(body));
        return read(Service.CROSSMATCH, reply, Conflicts.class).conflicts();
    }

    private List<Outcome> hop(Service service, List<JsonDocument> documents, Function<byte[], Response> request) {
        byte[] body = Batch.of(documents);
        List<RawJson> results = read(service, calls.call(service, () -> request.apply(body)), Answer.class)
                .results();
        if (results.size() != documents.size()) {
            throw new IllegalStateException(service.title() + " answered " + results.size() + " results for "
                    + documents.size() + " documents");
        }
        return results.stream().map(RestDetectionServices::outcome).toList();
    }

    private static Outcome outcome(RawJson result) {
        RawJson error = result.as(Entry.class).error();
        return error == null
                ? new Passed(JsonDocument.of(result.bytes()))
                : new Refused(JsonDocument.of(error.bytes()));
    }

    /// What was sent is checked and what comes back is the suite's own: anything else is a fault of the suite.
    private static <T> T read(Service service, Reply reply, Class<T> type) {
        if (reply.status() != 200) {
            throw new IllegalStateException(service.title() + " answered " + reply.status() + ": " + reply.body());
        }
        try {
            return Wire.read(reply.body().utf8(), type);
        } catch (UnreadableJson e) {
            throw new IllegalStateException(service.title() + " gave an answer that cannot be read", e);
        }
    }
}
