#!/bin/sh
# Creates the topics that are not there yet; run by docker-compose.yml and by the Job create-topics.
# One line per topic: name, partitions, settings, as io.lynceus.contracts.Topic has them (a test compares).
# KAFKA_BOOTSTRAP_SERVERS: broker. REPLICATION: copies of each partition. KAFKA_CLIENT_PROPERTIES: file, if any.
set -eu

while read -r name partitions settings; do
  configs=""
  for setting in $settings; do
    configs="$configs --config $setting"
  done
  # shellcheck disable=SC2086 # $configs is a list of words
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" \
    ${KAFKA_CLIENT_PROPERTIES:+--command-config "$KAFKA_CLIENT_PROPERTIES"} \
    --create --if-not-exists --topic "$name" --partitions "$partitions" \
    --replication-factor "${REPLICATION:-1}" $configs </dev/null
done <<TOPICS
detections 6 cleanup.policy=delete max.message.bytes=1048576 retention.ms=604800000
detections-dlq 1 cleanup.policy=delete max.message.bytes=16777216 retention.ms=604800000
enhanced-detections 6 cleanup.policy=delete max.message.bytes=2097152 retention.ms=604800000
enhanced-detections-dlq 1 cleanup.policy=delete max.message.bytes=16777216 retention.ms=604800000
featured-detections 6 cleanup.policy=compact max.message.bytes=4194304
featured-detections-dlq 1 cleanup.policy=delete max.message.bytes=16777216 retention.ms=604800000
classifications 6 cleanup.policy=compact max.message.bytes=8388608 min.compaction.lag.ms=604800000
classifications-dlq 1 cleanup.policy=delete max.message.bytes=16777216 retention.ms=604800000
consensus-labels 6 cleanup.policy=compact max.message.bytes=1048576
consensus-labels-dlq 1 cleanup.policy=delete max.message.bytes=16777216 retention.ms=604800000
TOPICS
