package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.contracts.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How long a server takes to answer: one request after another, over one connection.
record Requests(URI address, HttpClient client) {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1000;

    /// One detection a request.
    Latencies post(String path, List<PreparedDetection> messages) {
        return measure(i -> request(path, messages.get(i % messages.size())));
    }

    Latencies get(String path) {
        return measure(i -> request(path).build());
    }

    /// Checks that the answer about a detection has a text at this JSON pointer, before anything is timed.
    void check(String path, PreparedDetection message, String pointer) {
        HttpResponse<byte[]> answer = send(request(path, message));
        AnswerCheck.require(
                Wire.tree(answer.body()).at(pointer).isTextual(),
                path + " answers " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    /// Sends a document that must be accepted.
    void require(String path, String json) {
        HttpResponse<byte[]> answer = send(post(path, json));
        AnswerCheck.require(
                answer.statusCode() / 100 == 2, path + " answers " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    /// Stores a document under an address; it must be accepted.
    void store(String path, String json) {
        HttpResponse<byte[]> answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
        AnswerCheck.require(
                answer.statusCode() / 100 == 2, path + " answers " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    /// The answer about one detection.
    HttpResponse<byte[]> classify(PreparedDetection message) {
        return send(request("/api/v1/classify", message));
    }

    HttpResponse<byte[]> fetch(String path) {
        return send(request(path).build());
    }

    /// The status of a browser's request: compressed, and read to its end.
    int view(String path) {
        return send(request(path).header("Accept-Encoding", "gzip").build()).statusCode();
    }

    HttpResponse<byte[]> answer(String path, String json) {
        return send(post(path, json));
    }

    /// The status of the answer to a document.
    int submit(String path, String json) {
        return answer(path, json).statusCode();
    }

    private HttpRequest request(String path, PreparedDetection message) {
        return post(path, "{\"detections\":[" + new String(message.value(), StandardCharsets.UTF_8) + "]}");
    }

    private HttpRequest post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private Latencies measure(IntFunction<HttpRequest> requests) {
        return new Latencies(IntStream.range(0, WARM_UP + MEASURED)
                .mapToObj(i -> {
                    HttpRequest request = requests.apply(i);
                    long begin = System.nanoTime();
                    HttpResponse<byte[]> answer = send(request);
                    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
                    AnswerCheck.require(answer.statusCode() == 200, request.uri() + " answers " + answer.statusCode());
                    return taken;
                })
                .skip(WARM_UP)
                .toList());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
