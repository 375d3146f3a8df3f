package io.lynceus.engines;

import io.lynceus.contracts.Topic;
import io.lynceus.engines.ChildCommand.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// A Kafka broker (KRaft, one node) in a JVM of its own.
///
/// Acknowledged records survive SIGKILL of the broker, not a power cut: Kafka leaves flushing to the system.
/// Topics are not created by use; see [#createTopics].
public final class KafkaEngine implements Engine {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 256;

    private final Child child;
    private final Path data;
    private final int port;
    private final boolean temporary;

    private KafkaEngine(Child child, Path data, int port, boolean temporary) {
        this.child = child;
        this.data = data;
        this.port = port;
        this.temporary = temporary;
    }

    /// A broker on a free port whose records are deleted when it is closed.
    public static KafkaEngine temporary() {
        List<Integer> ports = Ports.free(2);
        Path data = Folders.createTemporary("lynceus-kafka-");
        return start(data, data.resolve("kafka.log"), ports.getFirst(), ports.getLast(), true);
    }

    /// A broker whose records are kept in `data`; a leftover broker of an earlier parent is ended first.
    ///
    /// @param data folder of its records, created if absent
    /// @param log file that its warnings are appended to
    /// @param port port of the broker on 127.0.0.1
    /// @param controllerPort port of the controller on 127.0.0.1
    public static KafkaEngine start(Path data, Path log, int port, int controllerPort) {
        return start(Folders.create(data), log, port, controllerPort, false);
    }

    private static KafkaEngine start(Path data, Path log, int port, int controllerPort, boolean temporary) {
        new PidFile(data, NAME).reap();
        Ports.requireFree(port, "Kafka");
        Ports.requireFree(controllerPort, "the Kafka controller");
        Path ready = KafkaBroker.readyFile(data);
        delete(ready);
        List<String> line = ChildJvm.line(NAME, data, HEAP_MEGABYTES);
        line.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                KafkaBroker.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        Child child = Child.start(new ChildCommand(
                NAME,
                line,
                // In the environment, because a long command line is cut short where processes are looked up.
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                log,
                data,
                temporary,
                StopSignal.TERM));
        child.awaitReady(() -> Files.exists(ready), READY_LIMIT);
        return new KafkaEngine(child, data, port, temporary);
    }

    /// The value of the clients' setting `bootstrap.servers`.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /// Creates the suite's topics that are not there yet, and returns once the broker leads them all.
    public void createTopics() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> known = admin.listTopics().names().get();
            List<NewTopic> missing = Topic.definitions().stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitLeaders(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new EngineFailure("cannot create topics: " + e.getCause(), e);
        }
    }

    /// A topic exists before the broker leads its partitions. A producer that is refused in between keeps trying with
    /// sequence numbers out of order until its delivery times out; offsets are told by leaders only.
    private static void awaitLeaders(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = Topic.definitions().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        admin.listOffsets(partitions).all().get();
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return child.onExit();
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        if (temporary) {
            child.kill();
        }
        child.close();
        if (temporary) {
            Folders.delete(data);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
