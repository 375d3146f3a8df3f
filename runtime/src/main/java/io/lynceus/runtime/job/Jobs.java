package io.lynceus.runtime.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Long work of this instance, one after the other: the processors are the stream's as well.
///
/// Jobs are kept in memory, the latest [#MOST_KEPT] of them; a restart forgets them. What a job makes must be kept at
/// its end and as a whole, so that one that is stopped leaves nothing.
///
/// @param <R> what the jobs make
public final class Jobs<R> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final int MOST_KEPT = 20;

    private final ExecutorService worker;
    private final Map<String, Job<R>> jobs = new LinkedHashMap<>();

    /// @param name of the thread that works
    public Jobs(String name) {
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// @param kind what it does, e.g. `import`
    /// @param work tells the job how far it is, and ends where that throws
    public Job<R> submit(String kind, Function<Job<R>, R> work) {
        Job<R> job = new Job<>(kind);
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
        worker.execute(() -> run(job, work));
        return job;
    }

    private static <R> void run(Job<R> job, Function<Job<R>, R> work) {
        if (!job.begin()) {
            return;
        }
        try {
            job.end(Job.State.DONE, Optional.of(work.apply(job)), "");
        } catch (CancellationException stopped) {
            job.end(Job.State.STOPPED, Optional.empty(), "");
        } catch (RuntimeException e) {
            LOG.warnf(e, "job %s, %s, failed", job.id(), job.kind());
            job.end(Job.State.FAILED, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /// The jobs that are kept, the first first.
    public List<Job<R>> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    public Optional<Job<R>> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /// Stops all jobs.
    @Override
    public void close() {
        all().forEach(Job::stop);
        worker.shutdown();
    }
}
