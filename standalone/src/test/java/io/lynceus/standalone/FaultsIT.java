package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lynceus.contracts.CloudEvent;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.importing.CatalogueImport;
import io.lynceus.engines.Database;
import io.lynceus.engines.Engine;
import io.lynceus.engines.Ports;
import io.lynceus.sky.Healpix;
import io.lynceus.sky.SkyPosition;
import io.lynceus.standalone.simulator.SimulatedDetection;
import io.lynceus.standalone.simulator.Survey;
import io.lynceus.standalone.simulator.SurveyPlan;
import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteSettings;
import io.lynceus.standalone.suite.SupervisedProcess;
import io.lynceus.testing.SharedData;
import io.lynceus.testing.StreamProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills every child of the suite once while detections are in flight, then the labels service while people vote, and
/// those that a catalogue needs while it is published.
///
/// 2,000 detections; `-Dlynceus.faults.detections=20000` for more.
class FaultsIT {

    private static final int DETECTIONS = Integer.getInteger("lynceus.faults.detections", 2000);
    private static final int DETECTIONS_PER_SOURCE = 5;
    private static final long SEED = 20;
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Set<Topic> STREAM =
            EnumSet.of(Topic.DETECTIONS, Topic.ENHANCED_DETECTIONS, Topic.FEATURED_DETECTIONS, Topic.CLASSIFICATIONS);

    private final Path folder;

    FaultsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingIsLostOrDoneTwiceWhenEveryChildIsKilledWithDetectionsVotesOrCataloguesInFlight() throws Exception {
        Path root = SharedData.repository();
        for (Service service : Service.values()) {
            assumeTrue(
                    Files.exists(service.program(root)),
                    service.shortName() + " is not built; ./mvnw -Dquick -DskipTests package builds it");
        }
        Survey survey = Survey.draw(new SurveyPlan(DETECTIONS / DETECTIONS_PER_SOURCE, DETECTIONS, SEED));
        SuiteSettings settings = new SuiteSettings(root, new SuiteFolder(folder.resolve("data")), FreePorts.forSuite());
        importCatalogues(survey, settings);
        try (Suite suite = Suite.start(settings, EventLog.onStandardOutput());
                StreamProbe probe = new StreamProbe(suite.bootstrapServers());
                TopicWatch watch = new TopicWatch(suite.bootstrapServers(), STREAM)) {
            sendAndKill(survey.detections(), suite, probe, watch);
            watch.await(Topic.CLASSIFICATIONS, DETECTIONS, RECOVERY.multipliedBy(2));

            Set<String> ids = survey.detections().stream()
                    .map(sent -> sent.detection().id())
                    .collect(Collectors.toSet());
            for (Topic topic : STREAM) {
                watch.await(topic, DETECTIONS, RECOVERY);
                assertEquals(ids, watch.ids(topic), topic.topicName());
            }
            assertEquals(Set.of(), watch.conflicts(), "detections whose repeats differ");
            System.out.println(DETECTIONS + " detections, " + watch.repeats() + " repeats on the topics, "
                    + watch.reassociated(Topic.ENHANCED_DETECTIONS) + " associated anew");
            assertOneEffectEach(ids, suite);
            assertNoDeadLetters(probe);
            new VotingFault(suite, probe).killWhileVolunteersVote();
            new PublishingFault(suite).killWhileACatalogueIsPublished();
        }
        assertEquals(
                List.of(),
                settings.ports().byName().values().stream()
                        .filter(Ports::isTaken)
                        .toList(),
                "ports still taken after the suite was closed");
    }

    private static void sendAndKill(
            List<SimulatedDetection> detections, Suite suite, StreamProbe probe, TopicWatch watch) {
        List<SupervisedProcess> processes = suite.processes();
        int portion = Math.ceilDiv(detections.size(), processes.size());
        int sent = 0;
        for (SupervisedProcess process : processes) {
            List<SimulatedDetection> next = detections.subList(sent, Math.min(sent + portion, detections.size()));
            probe.sendAll(next.stream()
                    .map(detection -> message(detection.detection()))
                    .toList());
            sent += next.size();
            int inFlight = sent - watch.ids(Topic.CLASSIFICATIONS).size();
            assertTrue(inFlight > 0, () -> "nothing in flight when " + process.name() + " is killed");
            kill(process);
            System.out.println("killed " + process.name() + " with " + inFlight + " detections in flight");
        }
    }

    /// Every detection as one of Chandra's, whose model serves from the start.
    private static ProducerRecord<String, byte[]> message(Detection drawn) {
        Detection detection = new Detection(
                null,
                drawn.id(),
                "Chandra",
                null,
                drawn.sourceName(),
                drawn.start(),
                drawn.position(),
                drawn.bands(),
                drawn.signalToNoise(),
                drawn.intraObservationVariability(),
                drawn.interObservationVariability(),
                drawn.photonIndex(),
                drawn.photonIndexError());
        SkyPosition position =
                new SkyPosition(drawn.position().raDeg(), drawn.position().decDeg());
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                Topic.DETECTIONS.topicName(),
                Long.toString(Healpix.cell(Topic.KEY_ORDER, position)),
                Wire.write(detection.withSchema()));
        new CloudEvent(drawn.id(), "/lynceus/faults", Topic.DETECTIONS.eventType(), Instant.now())
                .headers()
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /// Kills a child and returns when the next has started.
    static void kill(SupervisedProcess process) {
        Engine victim = process.child().orElseThrow();
        victim.kill();
        TopicWatch.await(
                () -> process.child()
                        .filter(child -> child.pid() != victim.pid())
                        .isPresent(),
                RECOVERY,
                () -> process.name() + " has not come back");
    }

    private static void assertOneEffectEach(Set<String> ids, Suite suite) throws SQLException {
        assertEachOnce(ids, column(suite, Service.CROSSMATCH, "SELECT id FROM detection"), "crossmatch");
        assertEachOnce(ids, column(suite, Service.FEATURE, "SELECT detection_id FROM epochs"), "feature");
        assertEachOnce(
                ids,
                column(suite, Service.CLASSIFIER, "SELECT DISTINCT detection_id FROM classifications"),
                "classifier");
        List<String> sources = column(suite, Service.CROSSMATCH, "SELECT DISTINCT source_id FROM detection");
        assertEachOnce(
                new HashSet<>(sources),
                column(suite, Service.CLASSIFIER, "SELECT source_id FROM sources"),
                "classifier");
        TopicWatch.await(
                () -> labelled(suite).size() >= sources.size(),
                RECOVERY,
                () -> labelled(suite).size() + " of " + sources.size() + " sources can be labelled");
        assertEachOnce(new HashSet<>(sources), labelled(suite), "labels");
        assertEquals(
                List.of(),
                column(suite, Service.FEATURE, "SELECT detection_id FROM epochs WHERE source_id IS NULL"),
                "epochs that have left a source and come to none");
        assertEquals(List.of(), column(suite, Service.FEATURE, """
                        SELECT source_id FROM epochs JOIN sources ON sources.id = source_id
                        WHERE sources.revision = 0 GROUP BY source_id HAVING max(epochs.revision) <> count(*)"""), "sources whose revisions have gaps");
    }

    private static List<String> labelled(Suite suite) {
        try {
            return column(suite, Service.LABELS, "SELECT source_id FROM subjects WHERE NOT retired");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertEachOnce(Set<String> expected, List<String> found, String where) {
        assertEquals(expected, new HashSet<>(found), where);
        assertEquals(expected.size(), found.size(), () -> "effects in " + where);
    }

    private static void assertNoDeadLetters(StreamProbe probe) {
        for (Topic topic : STREAM) {
            assertEquals(
                    List.of(),
                    probe.readAll(topic.deadLetters()).stream()
                            .map(StreamProbe::text)
                            .toList(),
                    topic.deadLetters());
        }
    }

    static List<String> column(Suite suite, Service service, String sql) throws SQLException {
        Database database = suite.database(service);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void importCatalogues(Survey survey, SuiteSettings settings) {
        CatalogueImport catalogues =
                new CatalogueImport(new CatalogueFolder(settings.folder().catalogues()));
        for (Path description : survey.writeCatalogues(settings.folder().path().resolve("simulated"))) {
            catalogues.run(description, (_, _) -> {});
        }
    }
}
