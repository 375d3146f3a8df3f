package io.lynceus.benchmarks.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.contracts.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Users who look at pages: each opens one, reads for a while, and opens the next, until this is closed.
///
/// A page sends the same requests as in the browser. Explore asks for a list of sources of a class. Source asks for the
/// source and its comments, and the first time for the model's densities.
final class Readers implements AutoCloseable {
    private static final List<String> CLASSES = List.of("AGN", "Star", "XRB", "CV");

    private final Requests requests;
    private final List<String> sources;
    private final String learned;
    private final Duration pause;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch home = new CountDownLatch(1);
    private final LongAdder pages = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /// @param pause mean time between two pages of a reader
    Readers(Requests requests, int readers, Duration pause, long seed) {
        this.requests = requests;
        this.pause = pause;
        JsonNode listed = Wire.tree(requests.fetch("/api/v1/sources?limit=1000").body());
        this.sources = listed.path("sources").findValuesAsText("source_id");
        AnswerCheck.require(!sources.isEmpty(), "there is no source to look at");
        JsonNode model = listed.path("sources").path(0).path("latest").path("model");
        this.learned = "/api/v1/models/%s/%s/densities"
                .formatted(model.path("name").asText(), model.path("version").asText());
        SplittableRandom dice = new SplittableRandom(seed);
        for (int i = 0; i < readers; i++) {
            SplittableRandom own = dice.split();
            threads.add(Thread.ofVirtual().start(() -> browse(own)));
        }
    }

    /// Pages that were opened so far.
    long pages() {
        return pages.sum();
    }

    /// Requests of these pages that had another answer than 200.
    long refused() {
        return refused.sum();
    }

    private void browse(SplittableRandom dice) {
        boolean first = true;
        try {
            while (!home.await((long) (-Math.log1p(-dice.nextDouble()) * pause.toNanos()), TimeUnit.NANOSECONDS)) {
                if (dice.nextBoolean()) {
                    open("/api/v1/sources?limit=1000&class=" + CLASSES.get(dice.nextInt(CLASSES.size())));
                } else {
                    String source = "/api/v1/sources/"
                            + URLEncoder.encode(sources.get(dice.nextInt(sources.size())), StandardCharsets.UTF_8);
                    open(source);
                    open(source + "/comments");
                    if (first) {
                        open(learned);
                        first = false;
                    }
                }
                pages.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(String path) {
        if (requests.view(path) != 200) {
            refused.increment();
        }
    }

    @Override
    public void close() throws InterruptedException {
        home.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
