package io.lynceus.benchmarks.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// One hop without science, in a JVM of its own: it takes a batch, sends for each record the bytes that the real hop
/// sent for some record, awaits the acknowledgements, and commits. It ends when its standard input does.
final class PassThroughHop {
    private static final Duration POLL = Duration.ofMillis(500);
    /// Records of the real hop that are sent in turn, so that sizes and compression are the real ones.
    private static final int SAMPLE = 500;

    private PassThroughHop() {}

    /// @param arguments brokers, topic to read, topic to write, topic of the real hop's output
    static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Thread.ofPlatform().daemon().start(PassThroughHop::endWithParent);
        List<byte[]> sample = sample(arguments[0], arguments[3]);
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.member(arguments[0], "hop-" + arguments[1]);
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(arguments[0])) {
            consumer.subscribe(List.of(arguments[1]));
            for (long passed = 0; ; ) {
                ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
                List<Future<?>> acknowledgements = new ArrayList<>(batch.count());
                for (ConsumerRecord<String, byte[]> record : batch) {
                    byte[] value = sample.get((int) (passed++ % sample.size()));
                    acknowledgements.add(producer.send(
                            new ProducerRecord<>(arguments[2], null, record.key(), value, record.headers())));
                }
                for (Future<?> acknowledgement : acknowledgements) {
                    acknowledgement.get();
                }
                consumer.commitSync();
            }
        }
    }

    private static List<byte[]> sample(String bootstrapServers, String topic) {
        List<byte[]> sample = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader = KafkaClients.reader(bootstrapServers, topic)) {
            while (sample.size() < SAMPLE) {
                reader.poll(POLL).forEach(record -> sample.add(record.value()));
            }
        }
        return List.copyOf(sample.subList(0, SAMPLE));
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("standard input: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
