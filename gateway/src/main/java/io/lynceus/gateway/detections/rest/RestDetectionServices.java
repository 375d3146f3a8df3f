package io.lynceus.gateway.detections.rest;

import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.detections.DetectionServices;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.rest.Replies;
import io.lynceus.gateway.rest.client.ClassifierClient;
import io.lynceus.gateway.rest.client.CrossmatchClient;
import io.lynceus.gateway.rest.client.FeatureClient;
import io.lynceus.gateway.suite.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Cross-match, features and classifier over HTTP.
@ApplicationScoped
class RestDetectionServices implements DetectionServices {
    private final CrossmatchClient crossmatch;
    private final FeatureClient feature;
    private final ClassifierClient classifier;

    RestDetectionServices(
            @RestClient CrossmatchClient crossmatch,
            @RestClient FeatureClient feature,
            @RestClient ClassifierClient classifier) {
        this.crossmatch = crossmatch;
        this.feature = feature;
        this.classifier = classifier;
    }

    record Batch(List<RawJson> detections) {}

    record BatchReply(List<RawJson> results) {}

    /// @param error why a document was rejected; the result of any other has no such field
    record ResultError(@Nullable RawJson error) {}

    record ConflictReply(Set<String> conflicts) {}

    @Override
    public List<HopResult> crossmatch(List<RawJson> detections) {
        return hop(Service.CROSSMATCH, detections, crossmatch::crossmatch);
    }

    @Override
    public List<HopResult> features(List<RawJson> enhanced, boolean history) {
        return hop(Service.FEATURE, enhanced, body -> feature.features(body, history));
    }

    @Override
    public List<HopResult> classify(List<RawJson> featured) {
        return hop(Service.CLASSIFIER, featured, classifier::classify);
    }

    @Override
    public Set<String> conflicts(List<RawJson> detections) {
        RestResponse<byte[]> reply = crossmatch.conflicts(Wire.write(new Batch(detections)));
        return read(Service.CROSSMATCH, reply, ConflictReply.class).conflicts();
    }

    private static List<HopResult> hop(
            Service service, List<RawJson> documents, Function<byte[], RestResponse<byte[]>> request) {
        RestResponse<byte[]> reply = request.apply(Wire.write(new Batch(documents)));
        List<RawJson> results = read(service, reply, BatchReply.class).results();
        if (results.size() != documents.size()) {
            throw new IllegalStateException(service.title() + " answered " + results.size() + " results for "
                    + documents.size() + " documents");
        }
        return results.stream().map(RestDetectionServices::result).toList();
    }

    private static HopResult result(RawJson result) {
        RawJson error = result.as(ResultError.class).error();
        return error == null ? new HopResult.Passed(result) : new HopResult.Rejected(error);
    }

    /// The request was checked and the answer comes from our own service: any other answer is a fault of the suite.
    private static <T> T read(Service service, RestResponse<byte[]> reply, Class<T> type) {
        byte[] body = Replies.body(reply);
        if (reply.getStatus() != 200) {
            throw new IllegalStateException(service.title() + " answered " + reply.getStatus() + ": "
                    + new String(body, StandardCharsets.UTF_8));
        }
        try {
            return Wire.read(body, type);
        } catch (UnreadableJson e) {
            throw new IllegalStateException(service.title() + " gave an answer that cannot be read", e);
        }
    }
}
