package io.lynceus.standalone.suite;

import io.lynceus.engines.Child;
import io.lynceus.engines.Database;
import io.lynceus.engines.Engine;
import io.lynceus.engines.EngineFailure;
import io.lynceus.engines.KafkaEngine;
import io.lynceus.engines.Ports;
import io.lynceus.engines.PostgresEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The whole suite: Kafka, PostgreSQL and the five services as children of this JVM, each a [SupervisedProcess].
///
/// It stops when it is closed, or when this JVM is told to end (SIGINT, SIGTERM, exit); when the JVM is killed its
/// children end by themselves.
public final class Suite implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final String LAUNCHER = "lynceus";
    private static final String KAFKA = "kafka";
    private static final String POSTGRES = "postgres";

    private final SuiteSettings settings;
    private final EventLog log;
    private final SuiteLock lock;
    private final List<SupervisedProcess> processes = new ArrayList<>();
    private final List<LogTail> tails = new ArrayList<>();
    private final Map<Service, Database> databases = new EnumMap<>(Service.class);
    private final Thread stopAtExit = new Thread(this::stop, "stop-suite");
    private boolean stopped;

    private Suite(SuiteSettings settings, EventLog log, SuiteLock lock) {
        this.settings = settings;
        this.log = log;
        this.lock = lock;
    }

    /// Starts everything and returns once the gateway says that all are ready.
    ///
    /// @throws EngineFailure with one clear line when a port is taken, the data folder is in use, or a process does
    ///     not start; all started processes are stopped then
    public static Suite start(SuiteSettings settings, EventLog log) {
        Suite suite = new Suite(settings, log, SuiteLock.acquire(settings.folder()));
        Runtime.getRuntime().addShutdownHook(suite.stopAtExit);
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    private void startAll() {
        requirePrograms();
        reapLeftovers();
        settings.ports().byName().forEach((name, port) -> Ports.requireFree(port, name));
        SupervisedProcess kafka = supervise(KAFKA, this::startKafka);
        SupervisedProcess postgres = supervise(POSTGRES, this::startPostgres);
        await(postgres.firstStart(), POSTGRES);
        List<SupervisedProcess> services = Arrays.stream(Service.values())
                .map(service -> supervise(
                        service.shortName(), () -> ServiceProcess.start(service, settings, environment(service))))
                .toList();
        Stream.concat(Stream.of(kafka), services.stream())
                .forEach(process -> await(process.firstStart(), process.name()));
        awaitReady(START_LIMIT);
    }

    private void requirePrograms() {
        for (Service service : Service.values()) {
            Path program = service.program(settings.root());
            if (!Files.exists(program)) {
                throw new EngineFailure(service.shortName() + " is not built: " + program + " is not there");
            }
        }
    }

    private void reapLeftovers() {
        SuiteFolder folder = settings.folder();
        for (Service service : Service.values()) {
            Child.reapLeftover(folder.run(), service.shortName());
        }
        Child.reapLeftover(folder.kafka(), KAFKA);
        Child.reapLeftover(folder.postgres(), POSTGRES);
    }

    private synchronized SupervisedProcess supervise(String name, Supplier<? extends Engine> starter) {
        if (stopped) {
            throw new EngineFailure("told to stop while starting");
        }
        startNewLog(name);
        tails.add(new LogTail(name, settings.folder().log(name), log));
        SupervisedProcess process = new SupervisedProcess(name, starter, log);
        processes.add(process);
        return process;
    }

    private void startNewLog(String name) {
        Path file = settings.folder().log(name);
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaEngine startKafka() {
        KafkaEngine kafka = KafkaEngine.start(
                settings.folder().kafka(),
                settings.folder().log(KAFKA),
                settings.ports().kafka(),
                settings.ports().kafkaController());
        kafka.createTopics();
        return kafka;
    }

    private PostgresEngine startPostgres() {
        PostgresEngine postgres = PostgresEngine.start(
                settings.folder().postgres(),
                settings.folder().log(POSTGRES),
                settings.ports().postgres());
        synchronized (databases) {
            for (Service service : Service.values()) {
                databases.computeIfAbsent(service, known -> postgres.database(known.shortName()));
            }
        }
        return postgres;
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put(
                "LYNCEUS_CROSSMATCH_CATALOGUES", settings.folder().catalogues().toString());
        environment.put(
                "LYNCEUS_CLASSIFIER_MODEL_FOLDER", settings.folder().models().toString());
        Database database = database(service);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        if (service == Service.GATEWAY) {
            environment.put(
                    "LYNCEUS_ACCOUNTS_REQUIRED",
                    Boolean.toString(settings.operatorCode().isPresent()));
            settings.operatorCode().ifPresent(code -> environment.put("LYNCEUS_ACCOUNTS_FIRST_OPERATOR_CODE", code));
        }
        for (Service other : Service.values()) {
            environment.put("QUARKUS_REST_CLIENT_" + other + "_URL", uri(other).toString());
        }
        return environment;
    }

    private void await(CompletableFuture<Engine> start, String name) {
        try {
            var unused = start.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new EngineFailure(
                    name + " did not start within " + START_LIMIT.toSeconds() + " s; see "
                            + settings.folder().log(name),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while starting " + name, e);
        } catch (ExecutionException e) {
            throw new EngineFailure("cannot start " + name, e);
        }
    }

    /// Returns once the gateway's `/q/health/ready` answers 200.
    ///
    /// @throws EngineFailure when it does not within the limit
    public void awaitReady(Duration limit) {
        HealthProbe ready = new HealthProbe(settings.ports().of(Service.GATEWAY), "/q/health/ready");
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.isUp()) {
            if (System.nanoTime() > deadline) {
                throw new EngineFailure("not ready within " + limit.toSeconds() + " s; " + ready.uri() + " says why");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while waiting for the suite", e);
        }
    }

    public SuiteSettings settings() {
        return settings;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.ports().kafka();
    }

    /// The database of a service.
    public Database database(Service service) {
        synchronized (databases) {
            Database database = databases.get(service);
            if (database == null) {
                throw new IllegalStateException("no database of " + service.shortName() + " yet");
            }
            return database;
        }
    }

    /// Where a service answers, as in `http://127.0.0.1:8080`.
    public URI uri(Service service) {
        return new HealthProbe(settings.ports().of(service), "").uri();
    }

    /// All children under supervision: the broker, PostgreSQL, the services.
    public List<SupervisedProcess> processes() {
        synchronized (this) {
            return List.copyOf(processes);
        }
    }

    /// Stops the services, then the broker and PostgreSQL, and frees their ports.
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            // The JVM ends already, and the hook has run or is running.
            return;
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        log.event(LAUNCHER, "stops the suite");
        closeTogether(processes.stream().filter(process -> !isEngine(process)).toList());
        closeTogether(processes.stream().filter(Suite::isEngine).toList());
        tails.forEach(LogTail::close);
        lock.close();
    }

    private static boolean isEngine(SupervisedProcess process) {
        return process.name().equals(KAFKA) || process.name().equals(POSTGRES);
    }

    private static void closeTogether(List<SupervisedProcess> processes) {
        List<Thread> closers = processes.stream()
                .map(process -> Thread.ofVirtual().start(process::close))
                .toList();
        for (Thread closer : closers) {
            try {
                closer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
