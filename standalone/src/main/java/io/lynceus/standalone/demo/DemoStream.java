package io.lynceus.standalone.demo;

import io.lynceus.engines.EngineFailure;
import io.lynceus.standalone.ingest.DetectionProducer;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.suite.SuitePorts;
import io.lynceus.standalone.terminal.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Sends detections through the suite and waits until all have come out.
final class DemoStream {
    private static final Duration LOOK = Duration.ofMillis(50);

    /// Longest time without a result before the demo gives up; the suite restarts a dead process in less.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SuitePorts ports;
    private final ClassificationWatch watch;

    DemoStream(SuitePorts ports, ClassificationWatch watch) {
        this.ports = ports;
        this.watch = watch;
    }

    /// Sends detections at full speed or at a pace, and returns the time from the first one sent to the last one
    /// classified.
    ///
    /// @param perSecond detections sent in a second; 0 for no limit
    /// @throws EngineFailure where nothing comes out any more
    Duration send(String work, List<SimulatedDetection> detections, double perSecond) {
        int before = watch.count();
        long begin = System.nanoTime();
        try (DetectionProducer producer = new DetectionProducer(ports);
                Progress progress = new Progress(work, "detections", detections.size())) {
            for (int i = 0; i < detections.size(); i++) {
                if (perSecond > 0) {
                    waitUntil(begin + (long) (i / perSecond * 1e9));
                }
                producer.send(detections.get(i).detection());
                progress.update(watch.count() - before);
            }
            producer.flush();
            awaitAll(before + detections.size(), before, progress);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitAll(int expected, int before, Progress progress) {
        int count = watch.count();
        long lastNews = System.nanoTime();
        while (count < expected) {
            waitUntil(System.nanoTime() + LOOK.toNanos());
            int now = watch.count();
            if (now > count) {
                count = now;
                lastNews = System.nanoTime();
            } else if (System.nanoTime() - lastNews > PATIENCE.toNanos()) {
                throw new EngineFailure("%,d detections did not come out within %d s after the last one"
                        .formatted(expected - count, PATIENCE.toSeconds()));
            }
            progress.update(count - before);
        }
    }

    private static void waitUntil(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanoTime - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while streaming", e);
        }
    }
}
