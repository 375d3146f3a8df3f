package io.lynceus.standalone.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.engines.EngineFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Speaks to the services of a suite on this machine over REST; to the gateway with the API token in `LYNCEUS_TOKEN`,
/// where there is one.
public final class ServiceClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SuitePorts ports;

    public ServiceClient(SuitePorts ports) {
        this.ports = ports;
    }

    public JsonNode get(Service service, String path) {
        return ask(service, request(service, path).GET().build());
    }

    /// Like [#get]; empty where there is no such thing.
    public Optional<JsonNode> find(Service service, String path) {
        HttpResponse<byte[]> answer = send(service, request(service, path).GET().build());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(service, answer));
    }

    public JsonNode post(Service service, String path, byte[] json) {
        return ask(
                service,
                request(service, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build());
    }

    private HttpRequest.Builder request(Service service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.of(service) + path))
                .timeout(LIMIT);
        String token = System.getenv("LYNCEUS_TOKEN");
        if (service == Service.GATEWAY && token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
        return request;
    }

    private static JsonNode ask(Service service, HttpRequest request) {
        return body(service, send(service, request));
    }

    private static JsonNode body(Service service, HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new EngineFailure(
                    service.shortName() + " answers " + answer.statusCode() + ": " + reason(answer.body()));
        }
        return Wire.tree(answer.body());
    }

    private static HttpResponse<byte[]> send(Service service, HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new EngineFailure(
                    "no " + service.shortName() + " at " + request.uri() + ": is the suite up (./lynceus up)?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while asking " + request.uri(), e);
        }
    }

    private static String reason(byte[] problem) {
        try {
            return Wire.tree(problem).path("detail").asText(new String(problem, StandardCharsets.UTF_8));
        } catch (UnreadableJson notJson) {
            return new String(problem, StandardCharsets.UTF_8);
        }
    }
}
