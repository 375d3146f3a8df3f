package io.lynceus.gateway.stream.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.gateway.stream.Backlog;
import io.lynceus.gateway.suite.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What the services' consumer groups have not committed yet.
@ApplicationScoped
class KafkaBacklog implements Backlog {
    private static final List<Reader> WAY = List.of(
            new Reader(Service.CROSSMATCH, "crossmatch", Topic.DETECTIONS.topicName()),
            new Reader(Service.FEATURE, "feature", Topic.ENHANCED_DETECTIONS.topicName()),
            new Reader(Service.CLASSIFIER, "classifier", Topic.FEATURED_DETECTIONS.topicName()));

    /// @param group the consumer group, as the service's configuration names it
    private record Reader(Service service, String group, String topic) {}

    private final KafkaAccess kafka;

    KafkaBacklog(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    @Override
    public List<Stage> stages() {
        Map<TopicPartition, Long> ends =
                kafka.ends(WAY.stream().map(Reader::topic).toList());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> done =
                kafka.committed(WAY.stream().map(Reader::group).toList());
        return WAY.stream()
                .map(reader -> new Stage(
                        reader.service().title(),
                        reader.topic(),
                        waiting(reader.topic(), ends, done.getOrDefault(reader.group(), Map.of()))))
                .toList();
    }

    private static long waiting(
            String topic, Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> done) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> {
                    OffsetAndMetadata committed = done.get(end.getKey());
                    return Math.max(0, end.getValue() - (committed == null ? 0 : committed.offset()));
                })
                .sum();
    }
}
