package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.support.AnswerCheck;
import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.contracts.Wire;
import io.lynceus.engines.Database;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.testing.SimulatedCrowd;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark recompute`: the labels service recomputes consensus and skill of a large crowd, from its database and
/// back into it, while a user goes on voting through the gateway.
@Command(
        name = "recompute",
        description = "Let the labels service recompute everything from many votes, and vote meanwhile.")
public final class RecomputeLoad implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 512;
    private static final int INSERTED_AT_ONCE = 50_000;
    private static final Duration BETWEEN_VOTES = Duration.ofMillis(50);
    private static final List<String> LABELS = List.of("Unsure", "AGN", "Star", "XRB", "CV", "Other");
    private static final String SUBJECTS = """
            INSERT INTO subjects (source_id, name, ra_deg, dec_deg, class, probabilities, activation, revision, votes)
            SELECT 'lx-' || place, 'simulated', 0, 0, 'AGN', '{"AGN": 0.7, "Star": 0.1, "XRB": 0.1, "CV": 0.1}', 1, 1, votes
            FROM unnest(?::int[]) WITH ORDINALITY AS given (votes, place)""";
    private static final String VOTES = """
            INSERT INTO votes (source_id, voter, answer, cast_at)
            SELECT 'lx-' || source + 1, 'user-' || voter, answer, now()
            FROM unnest(?::int[], ?::int[], ?::text[]) AS given (source, voter, answer)""";

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(names = "--votes", defaultValue = "1800000", description = "Votes (${DEFAULT-VALUE}).")
    private int votes;

    @Option(names = "--sources", defaultValue = "100000", description = "Sources they are for (${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--users", defaultValue = "20000", description = "Users who cast them (${DEFAULT-VALUE}).")
    private int users;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            run(new SuiteSettings(
                    options.root(), new SuiteFolder(folder.path()), options.ports(), HEAP_MEGABYTES, Optional.empty()));
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException, SQLException {
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput());
                HttpClient client = HttpClient.newHttpClient()) {
            insert(suite.database(Service.LABELS), SimulatedCrowd.mixed(sources, users, votes, 1));
            Requests gateway = new Requests(suite.uri(Service.GATEWAY), client);
            System.out.println();
            recompute(suite, gateway, "the first time, nothing counts yet");
            recompute(suite, gateway, "again");
        }
    }

    private static void recompute(Suite suite, Requests gateway, String title)
            throws IOException, InterruptedException {
        List<Duration> voting = new ArrayList<>();
        long begin = System.nanoTime();
        String address = "/api/v1/labels/recompute/"
                + Wire.tree(gateway.answer("/api/v1/labels/recompute", "").body())
                        .path("id")
                        .textValue();
        String state = "";
        for (int vote = 1; !state.equals("done"); vote++) {
            long cast = System.nanoTime();
            int status = gateway.submit(
                    "/api/v1/sources/lx-" + vote + "/votes",
                    "{\"user\":\"" + title + " " + vote + "\",\"answer\":\"AGN\"}");
            voting.add(Duration.ofNanos(System.nanoTime() - cast));
            AnswerCheck.require(status == 201, "a vote is answered " + status);
            Thread.sleep(BETWEEN_VOTES);
            state = Wire.tree(gateway.fetch(address).body()).path("state").textValue();
            AnswerCheck.require(List.of("waiting", "running", "done").contains(state), address + " has " + state);
        }
        Latencies latencies = new Latencies(voting);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s; labels-service %s at most, heap %d MB; votes meanwhile: %s, longest %.0f ms%n  %s%n",
                title,
                (System.nanoTime() - begin) / 1e9,
                peak(suite),
                HEAP_MEGABYTES,
                latencies,
                latencies.quantile(1).toNanos() / 1e6,
                Wire.tree(gateway.fetch(address).body()).path("result"));
    }

    /// Resident memory of the labels service so far.
    private static String peak(Suite suite) throws IOException {
        long pid = suite.processes().stream()
                .filter(process -> process.name().equals(Service.LABELS.shortName()))
                .flatMap(process -> process.child().stream())
                .findFirst()
                .orElseThrow()
                .pid();
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("VmHWM:\\s*", ""))
                .findFirst()
                .orElseThrow();
    }

    private static void insert(Database database, SimulatedCrowd crowd) throws SQLException {
        int[] votesOf = new int[crowd.truth().length];
        Arrays.stream(crowd.source()).forEach(source -> votesOf[source]++);
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            execute(connection, SUBJECTS, Arrays.stream(votesOf).boxed().toArray(Integer[]::new));
            for (int begin = 0; begin < crowd.answer().length; begin += INSERTED_AT_ONCE) {
                int[] some = IntStream.range(begin, Math.min(begin + INSERTED_AT_ONCE, crowd.answer().length))
                        .toArray();
                execute(
                        connection,
                        VOTES,
                        Arrays.stream(some)
                                .mapToObj(vote -> crowd.source()[vote])
                                .toArray(Integer[]::new),
                        Arrays.stream(some).mapToObj(vote -> crowd.user()[vote]).toArray(Integer[]::new),
                        Arrays.stream(some)
                                .mapToObj(vote -> LABELS.get(crowd.answer()[vote] + 1))
                                .toArray(String[]::new));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private static void execute(Connection connection, String sql, Object[]... columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(
                        i + 1, connection.createArrayOf(columns[i] instanceof String[] ? "text" : "int4", columns[i]));
            }
            statement.executeUpdate();
        }
    }
}
