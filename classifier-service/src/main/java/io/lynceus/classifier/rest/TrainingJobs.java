package io.lynceus.classifier.rest;

import io.lynceus.classifier.rest.TrainingWork.Made;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Long work of this instance, one after the other: the processors are the stream's as well.
///
/// Jobs are kept in memory, the latest [#MOST_KEPT] of them; a restart forgets them. What a job makes is kept at its
/// end, so one that is stopped leaves nothing.
@ApplicationScoped
class TrainingJobs {
    private static final Logger LOG = Logger.getLogger(TrainingJobs.class);
    private static final int MOST_KEPT = 20;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("training").factory());
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /// Where a job is.
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        boolean isOver() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /// Work that tells how far it is.
    interface Work {
        Made make(Job progress);
    }

    /// One piece of work; thread-safe.
    static final class Job {
        private final String id = UUID.randomUUID().toString();
        private final String kind;
        private State state = State.WAITING;
        private long done;
        private long total;
        private boolean stopped;
        private String failure = "";
        private Optional<Made> made = Optional.empty();

        Job(String kind) {
            this.kind = kind;
        }

        String id() {
            return id;
        }

        String kind() {
            return kind;
        }

        synchronized State state() {
            return state;
        }

        synchronized long done() {
            return done;
        }

        /// 0 while unknown.
        synchronized long total() {
            return total;
        }

        synchronized String failure() {
            return failure;
        }

        synchronized Optional<Made> made() {
            return made;
        }

        /// @throws CancellationException if the job is to stop
        synchronized void check() {
            if (stopped) {
                throw new CancellationException("stopped");
            }
        }

        /// Notes progress.
        ///
        /// @throws CancellationException if the job is to stop
        synchronized void of(long doneNow, long ofTotal) {
            check();
            done = doneNow;
            total = ofTotal;
        }

        private synchronized void stop() {
            stopped = true;
            if (state == State.WAITING) {
                state = State.STOPPED;
            }
        }

        private synchronized boolean begin() {
            if (state == State.WAITING) {
                state = State.RUNNING;
            }
            return state == State.RUNNING;
        }

        private synchronized void end(State last, Optional<Made> result, String why) {
            state = last;
            made = result;
            failure = why;
        }
    }

    Job submit(String kind, Work work) {
        Job job = new Job(kind);
        synchronized (jobs) {
            jobs.put(job.id(), job);
            List<String> over = new ArrayList<>(jobs.values().stream()
                    .filter(kept -> kept.state().isOver())
                    .map(Job::id)
                    .toList());
            while (jobs.size() > MOST_KEPT && !over.isEmpty()) {
                jobs.remove(over.removeFirst());
            }
        }
        worker.submit(() -> run(job, work));
        return job;
    }

    private static void run(Job job, Work work) {
        if (!job.begin()) {
            return;
        }
        try {
            job.end(State.DONE, Optional.of(work.make(job)), "");
        } catch (CancellationException stopped) {
            job.end(State.STOPPED, Optional.empty(), "");
        } catch (RuntimeException e) {
            LOG.warnf(e, "training job %s failed", job.id());
            job.end(State.FAILED, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    List<Job> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    Optional<Job> job(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /// Asks a job to stop, which it does after the fold or generation it is at; one that is over stays as it is.
    void stop(Job job) {
        job.stop();
    }

    @PreDestroy
    void close() {
        all().forEach(Job::stop);
        worker.shutdown();
    }
}
