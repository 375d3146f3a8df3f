package io.lynceus.benchmarks.pipeline;

import io.lynceus.benchmarks.support.TemporaryFolder;
import io.lynceus.contracts.Topic;
import io.lynceus.engines.Database;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `benchmark votes`: many volunteers at once ask the gateway for a source and vote, with the whole suite on the same
/// machine.
///
/// First each takes a second between a vote and the next question, then none takes any. The sources are simulated and
/// came through the stream.
@Command(name = "votes", description = "Load the suite with volunteers who ask and vote, the health endpoint beside.")
public final class VoteLoad implements Callable<Integer> {
    private static final int DETECTIONS = 2500;
    private static final int MAX_VOTERS = 12;
    /// After so many right answers a volunteer is asked about sources of unknown class.
    private static final int TRAINING = Volunteer.TRAINING_ANSWERS;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /// Retires no source for agreement, so that the number of voters alone decides.
    private static final String RULE =
            "{\"min_voters\":12,\"min_confidence\":1,\"min_agreement\":1,\"max_voters\":" + MAX_VOTERS + "}";

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--volunteers",
            paramLabel = "N",
            defaultValue = "100",
            description = "Volunteers at once (default: ${DEFAULT-VALUE}).")
    private int volunteers;

    @Option(
            names = "--votes",
            paramLabel = "N",
            defaultValue = "20",
            description = "Votes of each, with pauses and then without (default: ${DEFAULT-VALUE}).")
    private int votes;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            run(new SuiteSettings(options.root(), new SuiteFolder(folder.path()), options.ports()));
        }
        return 0;
    }

    private void run(SuiteSettings settings) throws IOException, InterruptedException, SQLException {
        List<PreparedDetection> messages = SimulatedSurvey.prepare(settings.folder(), DETECTIONS, 3);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput());
                HttpClient client = HttpClient.newHttpClient()) {
            Requests gateway = new Requests(suite.uri(Service.GATEWAY), client);
            new Gateway(gateway).activate("demo", "csc2");
            stream(messages, suite.bootstrapServers());
            gateway.store("/api/v1/labels/retirement-rules/load", RULE);
            gateway.require("/api/v1/labels/retirement-rules/load/activate", "");
            Volunteers crowd = new Volunteers(gateway, volunteers, answers(suite));
            Volunteers.Session training = crowd.vote(TRAINING, Duration.ZERO);
            Volunteers.Session calm = crowd.vote(votes, Duration.ofSeconds(1));
            Volunteers.Session rush = crowd.vote(votes, Duration.ZERO);
            System.out.println();
            System.out.println(training.table("training, warming up"));
            System.out.println(calm.table("a second's pause after each vote"));
            System.out.println(rush.table("no pause"));
            System.out.printf(
                    Locale.ROOT,
                    "most voters and askers of a source above max_voters, %d: %d (at most %d)%n",
                    MAX_VOTERS,
                    overAssigned(suite),
                    volunteers);
        }
    }

    private static void stream(List<PreparedDetection> messages, String bootstrapServers) throws InterruptedException {
        try (Arrivals arrivals = new Arrivals(bootstrapServers, Topic.CLASSIFICATIONS.topicName());
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(bootstrapServers)) {
            messages.forEach(message -> {
                var unused = producer.send(message.record(Topic.DETECTIONS.topicName()));
            });
            producer.flush();
            arrivals.await(messages, LIMIT);
        }
    }

    /// The answer of every volunteer for each source: its known class, else the classifier's.
    private static Map<String, String> answers(Suite suite) throws SQLException {
        Map<String, String> answers = new HashMap<>();
        query(
                suite,
                "SELECT source_id, coalesce(known_class, class) FROM subjects",
                row -> answers.put(row.getString(1), row.getString(2)));
        return answers;
    }

    /// Voters and askers only grow in number while no assignment is over, so the final count is the largest.
    private static int overAssigned(Suite suite) throws SQLException {
        int[] most = {0};
        query(suite, """
                SELECT coalesce(max(votes + (SELECT count(*) FROM assignments
                                             WHERE assignments.source_id = subjects.source_id)), 0)
                FROM subjects WHERE known_class IS NULL""", row -> most[0] = row.getInt(1));
        return most[0] - MAX_VOTERS;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Suite suite, String sql, RowReader reader) throws SQLException {
        Database database = suite.database(Service.LABELS);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
