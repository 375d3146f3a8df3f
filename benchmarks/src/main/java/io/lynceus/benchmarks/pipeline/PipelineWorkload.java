package io.lynceus.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;

/// Detections to send through a pipeline: some to warm it up, many at full speed, some at a pace.
///
/// @param perSecond detections sent in a second in the last part
record PipelineWorkload(
        List<PreparedDetection> warmUp, List<PreparedDetection> fast, List<PreparedDetection> paced, double perSecond) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// The figures of a pipeline under this load.
    ///
    /// @param perSecond detections per second, from the first sent to the last received
    record Result(double perSecond, Latencies paced) {
        String line(String name, double pace) {
            return String.format(
                    Locale.ROOT, "%-13s %6.0f detections/s   latency at %.0f/s: %s", name, perSecond, pace, paced);
        }
    }

    Result through(String bootstrapServers, String entrance, String exit) throws InterruptedException {
        try (Arrivals arrivals = new Arrivals(bootstrapServers, exit);
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(bootstrapServers)) {
            send(producer, entrance, warmUp, 0);
            arrivals.await(warmUp, LIMIT);
            long begin = System.nanoTime();
            send(producer, entrance, fast, 0);
            arrivals.await(fast, LIMIT);
            double seconds = (System.nanoTime() - begin) / 1e9;
            send(producer, entrance, paced, perSecond);
            arrivals.await(paced, LIMIT);
            return new Result(fast.size() / seconds, arrivals.of(paced));
        }
    }

    /// Sends at a pace [detections/s], or at full speed where the pace is 0.
    static void send(
            KafkaProducer<String, byte[]> producer, String topic, List<PreparedDetection> messages, double pace) {
        long begin = System.nanoTime();
        for (int i = 0; i < messages.size(); i++) {
            long due = pace > 0 ? begin + (long) (i / pace * 1e9) : begin;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var unused = producer.send(messages.get(i).record(topic));
        }
        producer.flush();
    }
}
