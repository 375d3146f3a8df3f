package io.lynceus.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The topics of the stream, with the type of their records and their retention.
///
/// Keys are placement only: nothing may be concluded from two records sharing a partition.
public enum Topic {
    DETECTIONS("detections", Detection.class, "detection", Key.CELL, Retention.TIME, 1),
    ENHANCED_DETECTIONS(
            "enhanced-detections", EnhancedDetection.class, "enhanced-detection", Key.SOURCE, Retention.TIME, 2),
    /// Compacted: a new model re-reads it to reclassify every source.
    FEATURED_DETECTIONS(
            "featured-detections", FeaturedDetection.class, "featured-detection", Key.SOURCE, Retention.COMPACTED, 4),
    /// Compacted after 7 days; the history is in classifier-service's database.
    CLASSIFICATIONS(
            "classifications",
            ClassifiedDetection.class,
            "classified-detection",
            Key.SOURCE,
            Retention.COMPACTED_LATE,
            8),
    CONSENSUS_LABELS("consensus-labels", ConsensusLabel.class, "consensus-label", Key.SOURCE, Retention.COMPACTED, 1);

    /// Number of partitions: how many instances of one service can share the sky.
    public static final int PARTITIONS = 6;

    /// HEALPix order of the cells that key [#DETECTIONS]: cells of 0.92 deg.
    public static final int KEY_ORDER = 6;

    /// Suffix of a topic's name in the name of its dead letters.
    public static final String DEAD_LETTERS = "-dlq";

    /// Largest record of any topic [bytes]: a dead letter with the record that it is for.
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int DEAD_LETTER_MEBIBYTES = MAX_RECORD_BYTES / MEBIBYTE;

    private final String topicName;
    private final Class<?> value;
    private final Schema schema;
    private final Key key;
    private final Retention retention;
    private final int maxMebibytes;

    /// @param maxMebibytes largest record [MiB]. Each hop adds a part, so that later topics take larger records
    Topic(String topicName, Class<?> value, String schema, Key key, Retention retention, int maxMebibytes) {
        this.topicName = topicName;
        this.value = value;
        this.schema = new Schema(schema);
        this.key = key;
        this.retention = retention;
        this.maxMebibytes = maxMebibytes;
    }

    public String topicName() {
        return topicName;
    }

    /// The wire record of this topic's values.
    public Class<?> value() {
        return value;
    }

    public Schema schema() {
        return schema;
    }

    /// The kind of key that this topic's records have.
    public Key key() {
        return key;
    }

    /// CloudEvents type of this topic's records.
    public String eventType() {
        return "io.lynceus." + schema.name() + ".v" + Schema.VERSION;
    }

    /// Topic for records of this topic that cannot be read, fail their schema, or conflict with stored data.
    public String deadLetters() {
        return topicName + DEAD_LETTERS;
    }

    /// Kafka topic settings besides partitions and replication.
    public Map<String, String> settings() {
        return withLargest(retention.settings, maxMebibytes);
    }

    /// Every Kafka topic of the suite, dead letters included.
    public static List<Definition> definitions() {
        return Arrays.stream(values())
                .flatMap(topic -> Stream.of(
                        new Definition(topic.topicName, PARTITIONS, topic.settings()),
                        new Definition(
                                topic.deadLetters(), 1, withLargest(Retention.TIME.settings, DEAD_LETTER_MEBIBYTES))))
                .toList();
    }

    private static Map<String, String> withLargest(Map<String, String> settings, int mebibytes) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("max.message.bytes", Integer.toString(mebibytes * MEBIBYTE));
        return Map.copyOf(all);
    }

    /// A Kafka topic as it is created: name, number of partitions, settings.
    public record Definition(String name, int partitions, Map<String, String> settings) {
        public Definition {
            if (partitions < 1) {
                throw new IllegalArgumentException("partitions must be >= 1: " + partitions);
            }
            settings = Map.copyOf(settings);
        }
    }

    /// The kind of key that places a record in a partition.
    public enum Key {
        /// HEALPix nested cell at [#KEY_ORDER], as a decimal number.
        CELL,
        /// Source id.
        SOURCE
    }

    private enum Retention {
        TIME(Map.of("cleanup.policy", "delete", "retention.ms", week())),
        COMPACTED(Map.of("cleanup.policy", "compact")),
        COMPACTED_LATE(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", week()));

        private final Map<String, String> settings;

        Retention(Map<String, String> settings) {
            this.settings = settings;
        }

        private static String week() {
            return Long.toString(Duration.ofDays(7).toMillis());
        }
    }
}
