package io.lynceus.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {

    private final Path folder;

    EnginesIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void brokerKeepsAcknowledgedRecordsWhenItIsKilledAndStartedAgain() throws Exception {
        List<Integer> ports = Ports.free(2);
        Path log = folder.resolve("kafka.log");
        try (KafkaEngine kafka = KafkaEngine.start(folder.resolve("kafka"), log, ports.get(0), ports.get(1))) {
            createTopic(kafka, "stars");
            send(kafka, "stars", "Vega");
            kafka.kill();
            assertEquals(128 + 9, kafka.onExit().get(5, TimeUnit.SECONDS));
        }
        try (KafkaEngine kafka = KafkaEngine.start(folder.resolve("kafka"), log, ports.get(0), ports.get(1))) {
            assertEquals("Vega", firstRecord(kafka, "stars"));
        }
    }

    @Test
    void postgresKeepsAcknowledgedCommitsWhenItIsKilledAndStartedAgain() throws Exception {
        Path data = folder.resolve("postgres");
        Path log = folder.resolve("postgres.log");
        int port = Ports.free(1).getFirst();
        try (PostgresEngine postgres = PostgresEngine.start(data, log, port)) {
            Database database = postgres.database("stars");
            execute(database, "CREATE TABLE star (name text)");
            execute(database, "INSERT INTO star VALUES ('Vega')");
            postgres.kill();
            assertEquals(128 + 9, postgres.onExit().get(5, TimeUnit.SECONDS));
        }
        try (PostgresEngine postgres = PostgresEngine.start(data, log, port)) {
            assertEquals("Vega", query(postgres.database("stars"), "SELECT name FROM star"));
            assertEquals("on", query(postgres.database("stars"), "SHOW synchronous_commit"));
        }
    }

    @Test
    void closingAnEngineFreesItsPortAndATemporaryFolder() {
        KafkaEngine kafka = KafkaEngine.temporary();
        PostgresEngine postgres = PostgresEngine.temporary();
        assertTrue(Ports.isTaken(kafka.port()) && Ports.isTaken(postgres.port()));
        kafka.close();
        postgres.close();
        assertFalse(Ports.isTaken(kafka.port()) || Ports.isTaken(postgres.port()));
    }

    @Test
    void enginesDieWithAParentThatWasKilled() throws Exception {
        Path data = folder.resolve("data");
        Path pids = folder.resolve("pids");
        Process parent = startParent(data, pids);
        List<ProcessHandle> engines = awaitPids(pids, parent);
        parent.destroyForcibly().waitFor();
        for (ProcessHandle engine : engines) {
            engine.onExit().get(15, TimeUnit.SECONDS);
        }
        assertTrue(engines.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void whatIsLeftOverInTheSameFolderIsEndedAtTheNextStart() throws Exception {
        Path data = folder.resolve("data");
        ChildCommand sleeper = sleeper(data);
        try (Child leftover = Child.start(sleeper);
                Child next = Child.start(sleeper)) {
            assertEquals(128 + 9, leftover.onExit().get(5, TimeUnit.SECONDS));
            assertTrue(next.isAlive());
        }
    }

    @Test
    void processThatMerelyGotTheSameIdIsLeftAlone() throws Exception {
        Path data = folder.resolve("data");
        try (Child stranger = Child.start(sleeper(folder.resolve("elsewhere")))) {
            ChildCommand command = sleeper(data);
            ProcessHandle handle = ProcessHandle.of(stranger.pid()).orElseThrow();
            command.pidFile().write(handle);
            command.pidFile().reap();
            assertTrue(stranger.isAlive());
            long start = handle.info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(
                    folder.resolve("elsewhere").resolve("sleeper.pid"), handle.pid() + "\n" + (start - 60_000) + "\n");
            sleeper(folder.resolve("elsewhere")).pidFile().reap();
            assertTrue(stranger.isAlive());
        }
    }

    @Test
    void portThatIsTakenIsNamedWithWhatWantedIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EngineFailure failure = assertThrows(
                    EngineFailure.class,
                    () -> PostgresEngine.start(folder, folder.resolve("log"), taken.getLocalPort()));
            assertEquals(
                    "port " + taken.getLocalPort() + " for PostgreSQL is taken by another program",
                    failure.getMessage());
        }
    }

    @Test
    void childThatDiesBeforeItIsReadyIsReportedWithItsLastWords() {
        ChildCommand dying = command(folder, "echo I am unwell; exit 3; " + folder);
        try (Child child = Child.start(dying)) {
            EngineFailure failure =
                    assertThrows(EngineFailure.class, () -> child.awaitReady(() -> false, Duration.ofSeconds(10)));
            assertTrue(failure.toString().contains("status 3"), failure::toString);
            assertTrue(failure.toString().contains("I am unwell"), failure::toString);
        }
    }

    private static ChildCommand sleeper(Path data) {
        return command(data, "while :; do sleep 1; done # " + data.toAbsolutePath());
    }

    private static ChildCommand command(Path data, String script) {
        return new ChildCommand(
                "sleeper",
                List.of("sh", "-c", script),
                Map.of(),
                data.resolve("sleeper.log"),
                data,
                false,
                ChildCommand.StopSignal.TERM);
    }

    private static Process startParent(Path data, Path pids) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                EnginesParent.class.getName(),
                data.toString(),
                pids.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.inheritIO().start();
    }

    private static List<ProcessHandle> awaitPids(Path pids, Process parent) throws Exception {
        while (!Files.exists(pids)) {
            assertFalse(parent.waitFor(50, TimeUnit.MILLISECONDS), "the parent died before its engines were ready");
        }
        return Files.readAllLines(pids).stream()
                .map(Long::parseLong)
                .map(ProcessHandle::of)
                .map(handle -> handle.orElseThrow())
                .toList();
    }

    private static void createTopic(KafkaEngine kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(KafkaEngine kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String firstRecord(KafkaEngine kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
