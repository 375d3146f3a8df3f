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
public final class Requests {
    private Requests() {}

    public static String detection(String id) {
        return detection(id, detection -> {});
    }

    public static String detection(String id, Consumer<ObjectNode> edit) {
        ObjectNode detection = (ObjectNode) Peers.example(Topic.DETECTIONS.schema());
        detection.remove("$schema");
        detection.put("id", id);
        edit.accept(detection);
        return detection.toString();
    }

    public static Consumer<ObjectNode> position(String field, double value) {
        return detection -> ((ObjectNode) detection.get("position")).put(field, value);
    }

    public static String list(String... detections) {
        return Arrays.stream(detections).collect(Collectors.joining(",", "{\"detections\": [", "]}"));
    }

    public static ValidatableResponse classify(String body) {
        return post("/api/v1/classify", body);
    }

    public static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }
}
