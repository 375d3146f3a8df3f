package io.lynceus.labels.messaging;

import io.lynceus.labels.Announcement;
import io.lynceus.labels.Announcements;
import io.lynceus.labels.Announcements.SendingTurn;
import io.lynceus.labels.Crowd;
import io.lynceus.runtime.step.RecordSender;
import io.lynceus.runtime.storage.StorageFault;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Settles voted sources, then sends changes of consensus to `consensus-labels`, unsent ones of earlier runs included.
///
/// The order is: read changes, send them, wait for the broker's acknowledgement, mark them as sent. A service that is
/// killed in between sends a change again: the same key with the same or a later state, as a compacted topic keeps it.
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
            send();
        } catch (KafkaException | StorageFault e) {
            LOG.warnf("changes of consensus wait: %s", e.getMessage());
        }
    }

    private void send() {
        Optional<SendingTurn> free = announcements.takeTurn();
        if (free.isEmpty()) {
            return;
        }
        try (SendingTurn turn = free.get()) {
            List<Announcement> changes = turn.pending(BATCH);
            while (!changes.isEmpty()) {
                Instant now = Instant.now();
                sender.send(changes.stream()
                        .map(change -> ConsensusLabelCodec.encode(change, now))
                        .toList());
                turn.sent(changes);
                changes = turn.pending(BATCH);
            }
        }
    }
}
