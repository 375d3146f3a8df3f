package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.Answer;
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

/// The public door of the suite, and how long it takes to answer: one request after another, over one connection.
record Gateway(URI address, HttpClient client) {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1000;

    /// One detection a request, each asked for a class.
    Latencies classify(List<Message> messages) {
        return measure(i -> post("/api/v1/classify", body(messages.get(i % messages.size()))));
    }

    /// Has the suite classify with these models from now on.
    void activate(String... names) {
        HttpResponse<byte[]> answer =
                send(post("/api/v1/activations", "{\"models\":[\"" + String.join("\",\"", names) + "\"]}"));
        Answer.require(
                answer.statusCode() / 100 == 2,
                "/api/v1/activations answers " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    Latencies health() {
        return measure(i -> request("/q/health/live").build());
    }

    private static String body(Message message) {
        return "{\"detections\":[" + new String(message.value(), StandardCharsets.UTF_8) + "]}";
    }

    /// Checks that the answer names a class before anything is timed.
    void check(Message message) {
        HttpResponse<byte[]> answer = send(post("/api/v1/classify", body(message)));
        Answer.require(
                Wire.tree(answer.body()).at("/classifications/0/class").isTextual(),
                "/api/v1/classify answers " + new String(answer.body(), StandardCharsets.UTF_8));
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
                    Answer.require(answer.statusCode() == 200, request.uri() + " answers " + answer.statusCode());
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
