package io.lynceus.classifier.messaging;

import io.lynceus.classifier.Activation;
import io.lynceus.classifier.ActivationState;
import io.lynceus.classifier.Activations;
import io.lynceus.classifier.ActiveModels;
import io.lynceus.classifier.ClassificationStore;
import io.lynceus.classifier.DetectionFormat;
import io.lynceus.contracts.Topic;
import io.lynceus.runtime.step.Outcome;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.step.Step;
import io.lynceus.runtime.step.StepWork;
import io.lynceus.runtime.storage.StorageFault;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/// Reclassifies earlier detections under a new activation, while the stream goes on.
///
/// It reads `featured-detections` from its beginning to where it ended after the activation, in a consumer group
/// named after the activation's number. The instances share the work; another instance takes over from a killed one
/// at the group's offsets. The stream itself classifies later detections under the new activation. Writes win by
/// (activation, revision), so their order does not matter. A later activation ends this one's work.
@ApplicationScoped
class Reclassification {
    private static final Logger LOG = Logger.getLogger(Reclassification.class);
    private static final String TOPIC = Topic.FEATURED_DETECTIONS.topicName();
    private static final Duration POLL = Duration.ofMillis(500);

    private final Activations activations;
    private final Map<String, Object> broker;
    private final Step step;
    private volatile boolean closed;

    Reclassification(
            DetectionFormat format,
            ActiveModels models,
            Activations activations,
            ClassificationStore store,
            RecordSender sender,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.activations = activations;
        this.broker = broker;
        this.step = new Step("reclassification", quietly(new ClassifyingWork(format, models, store)), sender, registry);
    }

    /// The stream has sent unusable records to the dead letters already.
    private static StepWork quietly(StepWork work) {
        return batch -> work.process(batch).stream()
                .<Outcome>map(outcome -> outcome instanceof Rejected ? new Absorbed() : outcome)
                .toList();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void catchUp() {
        try {
            Activation current = activations.current();
            boolean behind = activations
                    .state(current.number())
                    .map(ActivationState::reclassifiedAt)
                    .filter(reclassified -> reclassified.isEmpty())
                    .isPresent();
            if (behind) {
                reclassify(current);
            }
        } catch (KafkaException | StorageFault e) {
            LOG.warnf("reclassification waits: %s", e.getMessage());
        }
    }

    private void reclassify(Activation activation) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(activation)) {
            Set<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.entrySet().removeAll(consumer.beginningOffsets(partitions).entrySet());
            consumer.subscribe(List.of(TOPIC));
            long passed = 0;
            while (!isDone(consumer, ends)) {
                if (closed || activations.current().number() != activation.number()) {
                    return;
                }
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    step.run(records);
                    consumer.commitSync();
                    passed += records.count();
                }
            }
            activations.reclassified(activation.number());
            LOG.infof("activation %d: %d detections were reclassified here", activation.number(), passed);
        }
    }

    private static boolean isDone(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(ends.keySet());
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata reached = committed.get(end.getKey());
            return reached != null && reached.offset() >= end.getValue();
        });
    }

    private KafkaConsumer<String, byte[]> consumer(Activation activation) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.putAll(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "classifier-activation-" + activation.number(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                500));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @PreDestroy
    void close() {
        closed = true;
    }
}
