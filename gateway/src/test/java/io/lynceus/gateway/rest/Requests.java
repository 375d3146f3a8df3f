package io.lynceus.gateway.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Topic;
import io.lynceus.gateway.peers.Peers;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Requests with detections made from the contract's example.
final class Requests {
    private Requests() {}

    static String detection(String id) {
        return detection(id, detection -> {});
    }

    static String detection(String id, Consumer<ObjectNode> edit) {
        ObjectNode detection = (ObjectNode) Peers.example(Topic.DETECTIONS.schema());
        detection.remove("$schema");
        detection.put("id", id);
        edit.accept(detection);
        return detection.toString();
    }

    static Consumer<ObjectNode> position(String field, double value) {
        return detection -> ((ObjectNode) detection.get("position")).put(field, value);
    }

    static String list(String... detections) {
        return Arrays.stream(detections).collect(Collectors.joining(",", "{\"detections\": [", "]}"));
    }

    static ValidatableResponse classify(String body) {
        return post("/api/v1/classify", body);
    }

    static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }
}
