package io.lynceus.labels.exchange.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.exchange.ExportTable;
import io.lynceus.labels.exchange.ExportTable.Column;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.PropertyCategory;
import io.lynceus.labels.voting.Vote;
import io.lynceus.labels.voting.VoteDetails;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class ExportIT {
    private static final String FORMULA = "=HYPERLINK(\"http://x\"), \"quoted\"\nand a second line";

    @Inject
    Subjects subjects;

    @Inject
    Ballots ballots;

    @Inject
    Crowd crowd;

    @TempDir
    Path folder;

    private void store(String sourceId, Optional<Answer> known) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 0.6, "XRB", 0.4),
                known,
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
    }

    private void vote(String sourceId, String user, Answer answer) {
        ballots.cast(new Vote(sourceId, user, answer, null, Instant.parse("2026-01-02T03:04:05Z")));
    }

    private static String csv(ExportTable table) {
        return given().get("/exports/{table}", table.title())
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("content-disposition", is("attachment; filename=\"" + table.title() + ".csv\""))
                .extract()
                .asString();
    }

    private Path parquet(ExportTable table) throws Exception {
        byte[] bytes = given().get("/exports/{table}?format=parquet", table.title())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(folder.resolve(table.title() + ".parquet"), bytes);
    }

    private static List<List<String>> query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getObject(i)));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesHaveTheColumnsOfTheDictionary(ExportTable table) throws Exception {
        store("lx-cols", Optional.empty());
        vote("lx-cols", "cols", Answer.XRB);
        crowd.settle(10_000);
        List<String> columns = table.columns().stream().map(Column::name).toList();
        assertEquals(String.join(",", columns), csv(table).lines().findFirst().orElseThrow());
        assertEquals(
                columns,
                query("SELECT column_name FROM (DESCRIBE SELECT * FROM '" + parquet(table) + "')").stream()
                        .map(List::getFirst)
                        .toList());
        given().get("/exports/dictionary")
                .then()
                .body("find { it.table == '" + table.title() + "' }.columns.name", is(columns));
    }

    @Test
    void voteComesOutAsItWasCastAndNoSpreadsheetTakesItForAFormula() throws Exception {
        store("lx-out", Optional.empty());
        ballots.cast(new Vote(
                "lx-out",
                "-out",
                Answer.CV,
                FORMULA,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                new VoteDetails(
                        OptionalDouble.of(12.5), Set.of(PropertyCategory.VARIABILITY, PropertyCategory.SPECTRUM))));
        String csv = csv(ExportTable.VOTES);
        assertTrue(
                csv.contains(",\"'-out\",lx-out,2026-01-02T03:04:05.678Z,CV,\"'" + FORMULA.replace("\"", "\"\"")
                        + "\",12.5,SPECTRUM;VARIABILITY,false,false,,,"),
                csv);
        assertEquals(
                List.of(List.of("CV", FORMULA, "12.5", "SPECTRUM;VARIABILITY", "false", "null")),
                query("SELECT answer, comment, time_spent_s, hints, gold, import_name FROM '"
                        + parquet(ExportTable.VOTES) + "' WHERE user_name = '-out'"));
    }

    @Test
    void aggregatesGoldAndConfusionTellWhatTheVotesSay() throws Exception {
        store("lx-agg", Optional.empty());
        store("lx-gold-out", Optional.of(Answer.STAR));
        for (int user = 0; user < 5; user++) {
            vote("lx-agg", "agg-" + user, user == 0 ? Answer.UNSURE : Answer.CV);
            vote("lx-gold-out", "agg-" + user, user == 0 ? Answer.AGN : Answer.STAR);
        }
        crowd.settle(10_000);
        assertEquals(
                List.of(List.of("CV", "0.8", "4", "1", "5", "true")),
                query("SELECT consensus, agreement, n_cv, n_unsure, classification_count, p_cv > 0.8 FROM '"
                        + parquet(ExportTable.AGGREGATES) + "' WHERE subject_id = 'lx-agg'"));
        assertEquals(
                List.of(List.of("Star", "5", "4")),
                query("SELECT truth, classification_count, right_count FROM '" + parquet(ExportTable.GOLD)
                        + "' WHERE subject_id = 'lx-gold-out'"));
        assertEquals(
                List.of(List.of("1.0")),
                query("SELECT expected_votes FROM '" + parquet(ExportTable.CONFUSION)
                        + "' WHERE user_name = 'agg-0' AND truth = 'Star' AND answer = 'AGN'"));
    }

    @Test
    void unknownTableAndFormatAreRefused() {
        given().get("/exports/secrets").then().statusCode(404).body("detail", is("there is no table 'secrets'"));
        given().get("/exports/votes?format=xlsx")
                .then()
                .statusCode(422)
                .body("detail", is("format is \"xlsx\", must be csv or parquet"));
    }
}
