package io.lynceus.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waits for an activation to have classified anew what was there.
public final class Reclassified {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Reclassified() {}

    /// Returns what `GET /activations/{number}` says then.
    public static JsonNode await(int activation) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode progress =
                    Wire.tree(RestAssured.get("/activations/" + activation).asByteArray());
            if (progress.hasNonNull("reclassified_at")) {
                return progress;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("activation " + activation + " has not reclassified all within " + LIMIT);
    }
}
