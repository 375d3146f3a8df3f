package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.contracts.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Volunteers who ask for a source and vote for it, all at once.
///
/// @param answers the answer of every volunteer, by source
record Volunteers(Requests gateway, int number, Map<String, String> answers) {
    private static final String HEALTH = "/q/health/live";
    private static final Duration HEALTH_PAUSE = Duration.ofMillis(10);

    /// How long everything took.
    ///
    /// @param asking times of the requests for a source
    /// @param health requests of one more client in the same time, to the gateway's health endpoint
    record Session(double seconds, Latencies asking, Latencies voting, Latencies health) {
        String table(String title) {
            return String.format(
                    Locale.ROOT,
                    "%s: %.0f votes/s%n  vote    %s%n  ask     %s%n  health  %s",
                    title,
                    voting.sorted().size() / seconds,
                    voting,
                    asking,
                    health);
        }
    }

    /// One volunteer's times.
    private record Times(List<Duration> asking, List<Duration> voting) {}

    /// @param each votes of each volunteer
    /// @param pause after each vote
    Session vote(int each, Duration pause) throws InterruptedException {
        List<Duration> asking = new ArrayList<>();
        List<Duration> voting = new ArrayList<>();
        List<Duration> health = new ArrayList<>();
        long begin = System.nanoTime();
        double seconds;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> watch = people.submit(() -> watch(health));
            List<Future<Times>> sessions = people.invokeAll(IntStream.range(0, number)
                    .<Callable<Times>>mapToObj(user -> () -> session("volunteer-" + user, each, pause))
                    .toList());
            seconds = (System.nanoTime() - begin) / 1e9;
            watch.cancel(true);
            for (Future<Times> session : sessions) {
                asking.addAll(session.get().asking());
                voting.addAll(session.get().voting());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return new Session(seconds, new Latencies(asking), new Latencies(voting), new Latencies(health));
    }

    private Times session(String user, int each, Duration pause) throws InterruptedException {
        Times times = new Times(new ArrayList<>(), new ArrayList<>());
        for (int vote = 0; vote < each; vote++) {
            long asked = System.nanoTime();
            HttpResponse<byte[]> subject = gateway.fetch("/api/v1/labels/next?user=" + user);
            times.asking().add(Duration.ofNanos(System.nanoTime() - asked));
            AnswerCheck.require(subject.statusCode() == 200, user + " is asked about nothing: " + subject.statusCode());
            String source = Wire.tree(subject.body()).path("source_id").textValue();
            String body = "{\"user\":\"" + user + "\",\"answer\":\"" + answers.get(source) + "\"}";
            long begun = System.nanoTime();
            int status = gateway.submit("/api/v1/sources/" + source + "/votes", body);
            times.voting().add(Duration.ofNanos(System.nanoTime() - begun));
            AnswerCheck.require(status == 201, "the vote of " + user + " for " + source + " is answered " + status);
            Thread.sleep(pause);
        }
        return times;
    }

    private void watch(List<Duration> health) {
        try {
            while (true) {
                long begin = System.nanoTime();
                AnswerCheck.require(gateway.fetch(HEALTH).statusCode() == 200, HEALTH);
                health.add(Duration.ofNanos(System.nanoTime() - begin));
                Thread.sleep(HEALTH_PAUSE);
            }
        } catch (InterruptedException | IllegalStateException over) {
            Thread.currentThread().interrupt();
        }
    }
}
