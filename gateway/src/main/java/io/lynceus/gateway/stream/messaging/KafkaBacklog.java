package io.lynceus.gateway.stream.messaging;

import io.lynceus.contracts.Topic;
import io.lynceus.gateway.stream.Backlog;
import io.lynceus.gateway.suite.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The backlog as the uncommitted records of the services' consumer groups.
@ApplicationScoped
class KafkaBacklog implements Backlog {
    private static final List<ConsumerGroup> GROUPS = List.of(
            new ConsumerGroup(Service.CROSSMATCH, "crossmatch", Topic.DETECTIONS.topicName()),
            new ConsumerGroup(Service.FEATURE, "feature", Topic.ENHANCED_DETECTIONS.topicName()),
            new ConsumerGroup(Service.CLASSIFIER, "classifier", Topic.FEATURED_DETECTIONS.topicName()));

    /// @param group the consumer group, as the service's configuration names it
    private record ConsumerGroup(Service service, String group, String topic) {}

    private final KafkaAccess kafka;

    KafkaBacklog(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    @Override
    public List<Stage> stages() {
        Map<TopicPartition, Long> ends =
                kafka.ends(GROUPS.stream().map(ConsumerGroup::topic).toList());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> done =
                kafka.committed(GROUPS.stream().map(ConsumerGroup::group).toList());
        return GROUPS.stream()
                .map(group -> new Stage(
                        group.service().title(),
                        group.topic(),
                        waiting(group.topic(), ends, done.getOrDefault(group.group(), Map.of()))))
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
