package io.lynceus.runtime.job;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/// One piece of long work; thread-safe.
///
/// @param <R> what it makes
public final class Job<R> {
    private final String id = UUID.randomUUID().toString();
    private final String kind;
    private State state = State.WAITING;
    private long done;
    private long total;
    private boolean stopped;
    private String failure = "";
    private Optional<R> result = Optional.empty();

    Job(String kind) {
        this.kind = kind;
    }

    /// Where a job is.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        boolean isOver() {
            return this == DONE || this == FAILED || this == STOPPED;
        }

        /// As a document says it.
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String id() {
        return id;
    }

    /// What it does, e.g. `import`.
    public String kind() {
        return kind;
    }

    public synchronized State state() {
        return state;
    }

    public synchronized long done() {
        return done;
    }

    /// Of what there is to do; 0 while unknown.
    public synchronized long total() {
        return total;
    }

    /// Why it failed, for people; empty where it did not.
    public synchronized String failure() {
        return failure;
    }

    /// What it made; empty until it is done.
    public synchronized Optional<R> result() {
        return result;
    }

    /// Called by the work now and then.
    ///
    /// @throws CancellationException if the job is to stop
    public synchronized void check() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    /// Called by the work: how far it is.
    ///
    /// @throws CancellationException if the job is to stop
    public synchronized void of(long doneNow, long ofTotal) {
        check();
        done = doneNow;
        total = ofTotal;
    }

    /// Asks the job to stop, which it does the next time it checks; one that is over stays as it is.
    public synchronized void stop() {
        stopped = true;
        if (state == State.WAITING) {
            state = State.STOPPED;
        }
    }

    synchronized boolean begin() {
        if (state == State.WAITING) {
            state = State.RUNNING;
        }
        return state == State.RUNNING;
    }

    synchronized void end(State last, Optional<R> made, String why) {
        state = last;
        result = made;
        failure = why;
    }
}
