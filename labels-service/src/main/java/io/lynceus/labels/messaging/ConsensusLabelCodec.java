package io.lynceus.labels.messaging;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.Announcement;
import io.lynceus.labels.Consensus;
import io.lynceus.runtime.step.RecordSender.Outbound;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes an announcement as a record of `consensus-labels`; votes that agree no longer are a tombstone.
final class ConsensusLabelCodec {
    private ConsensusLabelCodec() {}

    static Outbound encode(Announcement announcement, Instant now) {
        CloudEvent event = new CloudEvent(
                announcement.sourceId() + "/" + announcement.revision(),
                "/lynceus/labels",
                Topic.CONSENSUS_LABELS.eventType(),
                now);
        return new Outbound(
                Topic.CONSENSUS_LABELS.topicName(),
                announcement.sourceId(),
                announcement
                        .consensus()
                        .map(consensus -> Wire.write(label(announcement.sourceId(), consensus)))
                        .orElse(null),
                event.headers());
    }

    private static ConsensusLabel label(String sourceId, Consensus consensus) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        consensus.tally().counts().forEach((answer, count) -> votes.put(answer.label(), count));
        return new ConsensusLabel(
                Topic.CONSENSUS_LABELS.schema().id(),
                sourceId,
                consensus.answer().label(),
                consensus.confidence(),
                consensus.agreement(),
                votes,
                consensus.tally().voters(),
                consensus.method());
    }
}
