package io.lynceus.runtime.step;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Topic;
import io.lynceus.runtime.step.Outcome.Absorbed;
import io.lynceus.runtime.step.Outcome.Published;
import io.lynceus.runtime.step.Outcome.Reason;
import io.lynceus.runtime.step.Outcome.Rejected;
import io.lynceus.runtime.step.Outcome.Retracted;
import io.lynceus.runtime.step.Outcome.Several;
import io.lynceus.runtime.step.RecordSender.Outbound;
import io.lynceus.runtime.storage.StorageFault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Quarkus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/// One hop of the stream: takes a batch, has a service work on it, and sends on what came out.
///
/// Delivery is at least once, and [StepWork] makes the effect exactly once: [#run] returns only when the effects are in
/// the database and the broker has acknowledged every record sent, and the offsets are committed after that.
///
/// A fault that passes (database or broker away) is retried for as long as it takes. A batch that fails for another
/// reason is halved until the record to blame stands alone; that one goes to the dead letters, the others go on. A dead
/// letter is retried like any other record. One too large for its topic goes without its value: the headers say where
/// the record is, and the value is its digest.
///
/// Anything else that ends [#run], such as an `Error`, would close the channel for good. It ends the process
/// instead, and the supervisor of the process starts it again.
public final class Step {
    private static final Logger LOG = Logger.getLogger(Step.class);
    /// Most characters of a dead letter's reason.
    private static final int MOST_DETAIL = 4000;

    /// Largest value of a dead letter [bytes]: the rest is for key and headers.
    private static final int LARGEST_VALUE = Topic.MAX_RECORD_BYTES - 64 * 1024;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String service;
    private final StepWork work;
    private final RecordSender sender;
    private final Timer batches;
    private final Timer latency;
    private final MeterRegistry registry;
    private final Runnable endProcess;

    /// @param service short name, the first word of its metrics, e.g. `crossmatch`
    public Step(String service, StepWork work, RecordSender sender, MeterRegistry registry) {
        this(service, work, sender, registry, () -> Quarkus.asyncExit(1));
    }

    /// @param endProcess ends the process after a failure that nothing else handles
    Step(String service, StepWork work, RecordSender sender, MeterRegistry registry, Runnable endProcess) {
        this.service = service;
        this.work = work;
        this.sender = sender;
        this.registry = registry;
        this.endProcess = endProcess;
        this.batches = Timer.builder(service + "_batch")
                .description("Time from a batch's arrival until its records are acknowledged")
                .register(registry);
        this.latency = Timer.builder(service + "_latency")
                .description("Age of a detection in the suite when this hop has passed it on")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /// Processes one poll of a consumer.
    public void run(ConsumerRecords<String, byte[]> records) {
        List<InboundRecord> batch = StreamSupport.stream(records.spliterator(), false)
                .map(InboundRecord::of)
                .toList();
        try {
            batches.record(() -> insist(batch));
        } catch (RuntimeException | Error e) {
            if (e instanceof RuntimeException failure && isInterruption(failure)) {
                throw failure;
            }
            LOG.fatalf(e, "%s: the process ends, for a batch of %d records cannot go on", service, batch.size());
            endProcess.run();
            throw e;
        }
    }

    private void insist(List<InboundRecord> batch) {
        try {
            retry(batch.size(), () -> attempt(batch));
        } catch (RuntimeException e) {
            if (isInterruption(e)) {
                throw e;
            }
            isolate(batch, e);
        }
    }

    /// Runs the work until it succeeds or fails for good.
    ///
    /// @throws RuntimeException of the work, if it is no passing fault
    private void retry(int records, Runnable work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                LOG.warnf("%s: %d records wait %d ms: %s", service, records, pause.toMillis(), e.getMessage());
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void attempt(List<InboundRecord> batch) {
        List<Outcome> outcomes = work.process(batch);
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + batch.size() + " records");
        }
        List<Outbound> outbound = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            collect(batch.get(i), outcomes.get(i), outbound);
        }
        sender.send(outbound);
        Instant now = Instant.now();
        for (int i = 0; i < batch.size(); i++) {
            latency.record(Duration.between(batch.get(i).enteredAt(), now));
            count(outcomes.get(i));
        }
    }

    private void collect(InboundRecord record, Outcome outcome, List<Outbound> outbound) {
        switch (outcome) {
            case Published(var topic, var key, var eventId, var value) ->
                outbound.add(new Outbound(
                        topic.topicName(),
                        key,
                        value,
                        event(record, topic, eventId).headers()));
            case Retracted(var topic, var key, var eventId) ->
                outbound.add(new Outbound(
                        topic.topicName(),
                        key,
                        null,
                        event(record, topic, eventId).headers()));
            case Several(var parts) -> parts.forEach(part -> collect(record, part, outbound));
            case Rejected rejected -> outbound.add(deadLetter(record, rejected));
            case Absorbed absorbed -> {}
        }
    }

    private void isolate(List<InboundRecord> batch, RuntimeException cause) {
        if (batch.size() > 1) {
            insist(batch.subList(0, batch.size() / 2));
            insist(batch.subList(batch.size() / 2, batch.size()));
            return;
        }
        InboundRecord record = batch.getFirst();
        LOG.errorf(cause, "%s: %s[%d]@%d failed", service, record.topic(), record.partition(), record.offset());
        Rejected rejected = new Rejected(Reason.FAILED, String.valueOf(cause.getMessage()));
        retry(1, () -> bury(record, rejected));
        count(rejected);
    }

    private void bury(InboundRecord record, Rejected rejected) {
        Outbound letter = deadLetter(record, rejected);
        try {
            sender.send(List.of(letter));
        } catch (RecordTooLargeException e) {
            sender.send(List.of(withoutValue(record, letter)));
        }
    }

    private static Outbound withoutValue(InboundRecord record, Outbound letter) {
        Map<String, String> headers = new LinkedHashMap<>(letter.headers());
        headers.put(DeadLetterHeaders.BYTES, Integer.toString(record.value().length));
        return new Outbound(letter.topic(), letter.key(), digest(record.value()), headers);
    }

    /// `sha256:` and the digest in hexadecimal.
    private static byte[] digest(byte[] value) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(value);
            return ("sha256:" + HexFormat.of().formatHex(sha256)).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private CloudEvent event(InboundRecord record, Topic topic, String eventId) {
        return new CloudEvent(eventId, "/lynceus/" + service, topic.eventType(), record.enteredAt());
    }

    private static Outbound deadLetter(InboundRecord record, Rejected rejected) {
        LOG.warnf(
                "%s[%d]@%d rejected, %s: %s",
                record.topic(),
                record.partition(),
                record.offset(),
                rejected.reason().token(),
                rejected.detail());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(DeadLetterHeaders.REASON, rejected.reason().token());
        headers.put(DeadLetterHeaders.DETAIL, cut(rejected.detail()));
        headers.put(DeadLetterHeaders.TOPIC, record.topic());
        headers.put(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        headers.put(DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        headers.put(CloudEvent.TIME, record.enteredAt().toString());
        Outbound letter = new Outbound(record.topic() + Topic.DEAD_LETTERS, record.key(), record.value(), headers);
        return record.value().length > LARGEST_VALUE ? withoutValue(record, letter) : letter;
    }

    private static String cut(String detail) {
        return detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL) + " ...";
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Several(var parts)) {
            parts.forEach(this::count);
            return;
        }
        String name =
                switch (outcome) {
                    case Several several -> "several";
                    case Published published -> "published";
                    case Retracted retracted -> "retracted";
                    case Absorbed absorbed -> "absorbed";
                    case Rejected rejected -> rejected.reason().token();
                };
        Counter.builder(service + "_records")
                .description("Records by what became of them")
                .tag("outcome", name)
                .register(registry)
                .increment();
    }

    /// The thread is to end: nothing was decided about the batch, and its offsets stay where they are.
    private static boolean isInterruption(RuntimeException e) {
        return e instanceof InterruptException || Thread.currentThread().isInterrupted();
    }

    private static boolean isPassing(RuntimeException e) {
        return switch (e) {
            case StorageFault fault -> fault.passing();
            case RetriableException retriable -> true;
            default -> false;
        };
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
