package io.lynceus.labels.messaging;

import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Crowd;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.storage.StorageFault;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Settles what was voted on, and sends changes of consensus to `consensus-labels`, those that an earlier run left
/// unsent first of all.
///
/// A change is forgotten only when the broker has acknowledged it, so a service that is killed in between sends it
/// again: the same key with the same or a later state, which is what a compacted topic keeps.
@ApplicationScoped
class ConsensusPublisher {
    private static final Logger LOG = Logger.getLogger(ConsensusPublisher.class);
    private static final int BATCH = 500;

    private final Crowd crowd;
    private final Announcements announcements;
    private final RecordSender sender;

    ConsensusPublisher(Crowd crowd, Announcements announcements, RecordSender sender) {
        this.crowd = crowd;
        this.announcements = announcements;
        this.sender = sender;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void publish() {
        try {
            while (crowd.settle(BATCH) == BATCH) {}
            while (announcements.drain(BATCH, this::send) == BATCH) {}
        } catch (KafkaException | StorageFault e) {
            LOG.warnf("changes of consensus wait: %s", e.getMessage());
        }
    }

    private void send(List<Announcement> changes) {
        Instant now = Instant.now();
        sender.send(changes.stream()
                .map(change -> ConsensusLabelCodec.encode(change, now))
                .toList());
    }
}
