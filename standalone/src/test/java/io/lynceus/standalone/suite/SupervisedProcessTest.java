package io.lynceus.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.engines.Engine;
import io.lynceus.engines.EngineFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisedProcessTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(new PrintStream(written, true, StandardCharsets.UTF_8), false);
    private final BlockingQueue<FakeEngine> started = new LinkedBlockingQueue<>();

    @Test
    void childThatDiesIsStartedAgain() throws Exception {
        try (SupervisedProcess process = new SupervisedProcess("kafka", this::startFake, log)) {
            FakeEngine first = next();
            assertEquals(first, process.firstStart().get(5, TimeUnit.SECONDS));
            first.kill();
            assertNotSame(first, next());
        }
        assertTrue(text().contains("kafka      was ended by signal 9; starts again in 500 ms"), this::text);
    }

    @Test
    void childThatCannotBeStartedIsTriedAgainAndSaysWhy() throws Exception {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (SupervisedProcess process = new SupervisedProcess(
                "postgres",
                () -> {
                    if (failed.complete(null)) {
                        throw new EngineFailure("port 8087 is taken");
                    }
                    return startFake();
                },
                log)) {
            process.firstStart().get(5, TimeUnit.SECONDS);
        }
        assertTrue(text().contains("postgres   port 8087 is taken; starts again in 500 ms"), this::text);
    }

    @Test
    void closingEndsTheChildAndDoesNotStartAnother() throws Exception {
        FakeEngine engine;
        try (SupervisedProcess process = new SupervisedProcess("feature", this::startFake, log)) {
            engine = next();
            process.firstStart().get(5, TimeUnit.SECONDS);
        }
        assertEquals(0, engine.onExit().get(5, TimeUnit.SECONDS));
        assertTrue(started.isEmpty());
    }

    private FakeEngine startFake() {
        FakeEngine engine = new FakeEngine(new CompletableFuture<>());
        started.add(engine);
        return engine;
    }

    private FakeEngine next() throws InterruptedException {
        FakeEngine engine = started.poll(5, TimeUnit.SECONDS);
        if (engine == null) {
            throw new AssertionError("nothing was started");
        }
        return engine;
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private record FakeEngine(CompletableFuture<Integer> onExit) implements Engine {

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public int port() {
            return 8087;
        }

        @Override
        public void kill() {
            onExit.complete(128 + 9);
        }

        @Override
        public void close() {
            onExit.complete(0);
        }
    }
}
