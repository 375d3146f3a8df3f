package io.lynceus.standalone.suite;

import io.lynceus.engines.Engine;
import io.lynceus.engines.EngineFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A child process under supervision: it is started, and started again whenever it dies, until this is closed.
///
/// The pause before another start doubles from 0.5 s to 10 s, and is short again once a child has lived for 30 s.
public final class SupervisedProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final int SIGNALLED = 128;

    private final String name;
    private final Supplier<? extends Engine> starter;
    private final EventLog log;
    private final CompletableFuture<Engine> firstStart = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread keeper;
    private volatile @Nullable Engine current;

    SupervisedProcess(String name, Supplier<? extends Engine> starter, EventLog log) {
        this.name = name;
        this.starter = starter;
        this.log = log;
        this.keeper = Thread.ofVirtual().name("supervise-" + name).start(this::keep);
    }

    public String name() {
        return name;
    }

    /// The child, unless it is being started.
    public Optional<Engine> child() {
        return Optional.ofNullable(current);
    }

    /// Completes when the child answers for the first time.
    CompletableFuture<Engine> firstStart() {
        return firstStart;
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!closing.isDone()) {
            long begin = System.nanoTime();
            try (Engine engine = starter.get()) {
                current = engine;
                log.event(
                        name,
                        String.format(
                                Locale.ROOT,
                                "answers on port %d after %.1f s (process %d)",
                                engine.port(),
                                since(begin).toMillis() / 1000.0,
                                engine.pid()));
                firstStart.complete(engine);
                awaitExitOrClosing(engine);
                current = null;
                if (!closing.isDone()) {
                    pause = since(begin).compareTo(STEADY) > 0 ? FIRST_PAUSE : pause;
                    int status = engine.onExit().join();
                    log.warning(name, describe(status) + "; starts again in " + pause.toMillis() + " ms");
                }
            } catch (EngineFailure | UncheckedIOException e) {
                if (closing.isDone()) {
                    return;
                }
                log.warning(name, e.getMessage() + "; starts again in " + pause.toMillis() + " ms");
            }
            if (closesWithin(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void awaitExitOrClosing(Engine engine) {
        var unused = CompletableFuture.anyOf(engine.onExit(), closing).join();
    }

    private static String describe(int status) {
        return status > SIGNALLED ? "was ended by signal " + (status - SIGNALLED) : "ended with status " + status;
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private boolean closesWithin(Duration pause) {
        try {
            var unused = closing.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            return true;
        }
    }

    /// Ends the child in good order and returns once it is gone.
    @Override
    public void close() {
        closing.complete(null);
        if (current == null) {
            keeper.interrupt();
        }
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
