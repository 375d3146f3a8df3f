package io.lynceus.engines;

import io.lynceus.engines.ChildCommand.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server as a child process.
///
/// `synchronous_commit` is on: an acknowledged commit survives SIGKILL. With a kept data folder `fsync` is on too, so
/// that it survives a power cut; with a temporary folder it is off. One role, `lynceus`, owns everything; its random
/// password lies in the data folder, readable by its owner only.
public final class PostgresEngine implements Engine {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final String NAME = "postgres";
    private static final String USER = "lynceus";

    private final Child child;
    private final Path data;
    private final int port;
    private final String password;
    private final boolean temporary;

    private PostgresEngine(Child child, Path data, int port, String password, boolean temporary) {
        this.child = child;
        this.data = data;
        this.port = port;
        this.password = password;
        this.temporary = temporary;
    }

    /// A server on a free port whose databases are deleted when it is closed.
    public static PostgresEngine temporary() {
        Path data = Folders.createTemporary("lynceus-postgres-");
        return start(data, data.resolve("postgres.log"), Ports.free(1).getFirst(), true);
    }

    /// A server whose databases are kept in `data`; a leftover server of an earlier parent is ended first.
    ///
    /// @param data folder of its databases, created if absent
    /// @param log file that its messages are appended to
    /// @param port port on 127.0.0.1
    public static PostgresEngine start(Path data, Path log, int port) {
        return start(Folders.create(data), log, port, false);
    }

    private static PostgresEngine start(Path data, Path log, int port, boolean temporary) {
        new PidFile(data, NAME).reap();
        Ports.requireFree(port, "PostgreSQL");
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        Path cluster = data.resolve("cluster");
        Path passwordFile = data.resolve("password");
        try {
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(binaries, cluster, passwordFile);
            }
            String password = Files.readString(passwordFile).strip();
            Path postmasterPid = cluster.resolve("postmaster.pid");
            Child child = Child.start(new ChildCommand(
                    NAME,
                    serverLine(binaries, cluster, port, temporary),
                    Map.of(),
                    log,
                    data,
                    temporary,
                    StopSignal.INT));
            child.awaitReady(() -> acceptsConnections(postmasterPid, child.pid()), READY_LIMIT);
            return new PostgresEngine(child, data, port, password, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialise(PostgresBinaries binaries, Path cluster, Path passwordFile) throws IOException {
        if (Files.exists(cluster)) {
            Folders.delete(cluster);
        }
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
        Path fresh = cluster.resolveSibling("cluster-unfinished");
        if (Files.exists(fresh)) {
            Folders.delete(fresh);
        }
        run(asOrdinaryUser(List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions")));
        Files.move(fresh, cluster);
    }

    private static List<String> serverLine(PostgresBinaries binaries, Path cluster, int port, boolean temporary) {
        Map<String, String> settings = Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "120"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("fsync", temporary ? "off" : "on"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("wal_compression", "pglz"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
        List<String> line = new ArrayList<>(List.of(binaries.program("postgres"), "-D", cluster.toString()));
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .forEach(line::add);
        return asOrdinaryUser(line);
    }

    /// PostgreSQL refuses to run as root; in a user namespace without a mapping, root is nobody.
    private static List<String> asOrdinaryUser(List<String> line) {
        if (!System.getProperty("user.name").equals("root")) {
            return line;
        }
        return Stream.concat(Stream.of("unshare", "--user"), line.stream()).toList();
    }

    private static void run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new EngineFailure("cannot create the PostgreSQL data folder: "
                        + output.strip().replace("\n", " | "));
            }
        } catch (IOException e) {
            throw new EngineFailure("cannot run " + line.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while creating the PostgreSQL data folder", e);
        }
    }

    /// Line 1 of `postmaster.pid` holds the process id, line 8 the server's state.
    private static boolean acceptsConnections(Path postmasterPid, long pid) {
        try {
            List<String> lines = Files.readAllLines(postmasterPid);
            return lines.size() >= 8
                    && lines.getFirst().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /// The database of this name, created if absent.
    ///
    /// @param name lower-case letters, digits and underscores, a letter first
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        Database postgres = new Database(url("postgres"), USER, password);
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                PreparedStatement known = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                Statement create = connection.createStatement()) {
            known.setString(1, name);
            try (var rows = known.executeQuery()) {
                if (!rows.next()) {
                    create.execute("CREATE DATABASE " + name);
                }
            }
        } catch (SQLException e) {
            throw new EngineFailure("cannot create database " + name + ": " + e.getMessage(), e);
        }
        return new Database(url(name), USER, password);
    }

    private String url(String name) {
        return "postgresql://127.0.0.1:" + port + "/" + name;
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
        child.close();
        if (temporary) {
            Folders.delete(data);
        }
    }
}
