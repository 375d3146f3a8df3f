package io.lynceus.benchmarks.pipeline;

import java.util.List;

/// The public door of the suite.
record Gateway(Requests requests) {
    private static final String CLASSIFY = "/api/v1/classify";

    /// One detection a request, each asked for a class.
    Latencies classify(List<PreparedDetection> messages) {
        return requests.post(CLASSIFY, messages);
    }

    /// Has the suite classify with these models from now on.
    void activate(String... names) {
        requests.require("/api/v1/activations", "{\"models\":[\"" + String.join("\",\"", names) + "\"]}");
    }

    Latencies health() {
        return requests.get("/q/health/live");
    }

    /// Checks that the answer names a class before anything is timed.
    void check(PreparedDetection message) {
        requests.check(CLASSIFY, message, "/classifications/0/class");
    }
}
