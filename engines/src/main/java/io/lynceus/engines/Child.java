package io.lynceus.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A child process that dies when its parent does, however the parent ends.
///
/// Beside the child runs a watchdog, a shell blocked on a pipe from this JVM. When the JVM is gone the pipe breaks
/// and the watchdog ends the child: its stop signal, then SIGKILL after 10 s; then it deletes a temporary folder.
/// Both run in sessions of their own, so
/// that a Ctrl-C in the terminal reaches the parent alone, which then ends its children in order.
public final class Child implements AutoCloseable {

    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private static final String WATCHDOG = """
            read -r _
            kill -s "$2" "$1"
            for _ in 0 1 2 3 4 5 6 7 8 9; do kill -s 0 "$1" || break; sleep 1; done
            kill -s KILL "$1"
            [ -z "$3" ] || rm -rf "$3"
            """;

    private final ChildCommand command;
    private final Process process;
    private final Process watchdog;

    private Child(ChildCommand command, Process process, Process watchdog) {
        this.command = command;
        this.process = process;
        this.watchdog = watchdog;
    }

    /// Ends the leftover child of an earlier parent, then starts the new one.
    public static Child start(ChildCommand command) {
        PidFile pidFile = command.pidFile();
        pidFile.reap();
        try {
            Files.createDirectories(command.log().getParent());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(command.line()))
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(command.log().toFile()))
                    .redirectErrorStream(true);
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            Process watchdog = watch(process, command);
            var unused = process.onExit().thenRun(watchdog::destroyForcibly);
            pidFile.write(process.toHandle());
            return new Child(command, process, watchdog);
        } catch (IOException e) {
            throw new EngineFailure("cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    /// Ends the child of this name that a killed parent left running in this folder, if there is one.
    public static void reapLeftover(Path folder, String name) {
        new PidFile(folder.toAbsolutePath().normalize(), name).reap();
    }

    private static Process watch(Process process, ChildCommand command) throws IOException {
        List<String> line = List.of(
                "sh",
                "-c",
                WATCHDOG,
                "lynceus-watchdog-" + command.name(),
                Long.toString(process.pid()),
                command.stopSignal().name(),
                command.temporary() ? command.folder().toString() : "");
        return new ProcessBuilder(inOwnSession(line))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static List<String> inOwnSession(List<String> line) {
        List<String> whole = new ArrayList<>(line);
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.addFirst("/usr/bin/setsid");
        }
        return whole;
    }

    /// Process id of the child itself.
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Completes with the exit status when the process is gone (128 + signal number when a signal ended it).
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// Waits until the child is ready.
    ///
    /// @throws EngineFailure when it dies first or takes longer than `limit`; it is killed then
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (exitsWithin(Duration.ofMillis(20))) {
                throw new EngineFailure(command.name() + " ended with status " + process.exitValue()
                        + " before it was ready; its last words: " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new EngineFailure(command.name() + " was not ready within " + limit.toSeconds()
                        + " s; its last words: " + lastWords());
            }
        }
    }

    private boolean exitsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new EngineFailure("interrupted while waiting for " + command.name(), e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(command.log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size())) + " (" + command.log()
                    + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the child as SIGKILL does, and returns once it is gone.
    public void kill() {
        process.destroyForcibly();
        awaitExit(STOP_GRACE);
    }

    /// Ends the child in good order, or by SIGKILL when that takes longer than 10 s.
    @Override
    public void close() {
        if (process.isAlive()) {
            switch (command.stopSignal()) {
                case TERM -> process.destroy();
                case INT -> interrupt();
            }
            if (!awaitExit(STOP_GRACE)) {
                kill();
            }
        }
        watchdog.destroyForcibly();
        command.pidFile().delete();
    }

    private void interrupt() {
        // A closed pipe is the watchdog's cue to send the stop signal, which Java itself cannot send.
        try {
            watchdog.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private boolean awaitExit(Duration limit) {
        try {
            var unused = process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
