package io.lynceus.gateway.stream.messaging;

import io.lynceus.gateway.suite.ServiceAway;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Access to the broker beside the channels, with their settings.
@Singleton
class KafkaAccess {
    private static final long ANSWER_S = 10;

    private final Map<String, Object> broker;
    private final Admin admin;

    KafkaAccess(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
        this.admin = Admin.create(settings(AdminClientConfig.configNames()));
    }

    /// A reader that belongs to no group and keeps no offsets; the caller closes it.
    KafkaConsumer<String, byte[]> reader() {
        Map<String, Object> settings = settings(ConsumerConfig.configNames());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /// Offset after the last record of every partition of these topics.
    ///
    /// @throws ServiceAway if the broker does not answer
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> partitions =
                await(admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return await(admin.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /// Committed offset of these consumer groups, by partition; a partition without one is not begun.
    ///
    /// @throws ServiceAway if the broker does not answer
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> groups) {
        return await(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServiceAway("the broker", "does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway("the broker", "was not waited for", e);
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(ANSWER_S));
    }

    private Map<String, Object> settings(Set<String> known) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(known);
        return settings;
    }
}
