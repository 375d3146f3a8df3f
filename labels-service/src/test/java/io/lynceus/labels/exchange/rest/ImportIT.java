package io.lynceus.labels.exchange.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.lynceus.labels.Crowd;
import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Vote;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class ImportIT {
    private static final String HEADER =
            "classification_id,user_name,user_id,workflow_id,created_at,metadata,annotations,subject_data,subject_ids\n";

    @Inject
    Subjects subjects;

    @Inject
    Ballots ballots;

    @Inject
    Crowd crowd;

    private void store(String sourceId) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 0.6, "XRB", 0.4),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
    }

    private static void describe(String name) {
        given().contentType("application/json")
                .body("{\"answers\": {\"A quasar\": \"AGN\", \"A binary\": \"XRB\", \"A nova\": \"CV\"},"
                        + " \"workflows\": [\"17\"]}")
                .put("/imports/{name}", name)
                .then()
                .statusCode(204);
    }

    private static String row(int id, String user, int workflow, String answer, String source) {
        return id + "," + user + ",," + workflow + ",2019-02-07 14:16:33 UTC,"
                + quoted(
                        "{\"started_at\": \"2019-02-07T14:16:20.000Z\", \"finished_at\": \"2019-02-07T14:16:32.500Z\"}")
                + ","
                + quoted("[{\"task\": \"T0\", \"task_label\": \"What, then, is it?\", \"value\": \"" + answer + "\"}]")
                + "," + quoted("{\"4711\": {\"retired\": null, \"source_id\": \"" + source + "\"}}") + ",4711\n";
    }

    private static String quoted(String json) {
        return '"' + json.replace("\"", "\"\"") + '"';
    }

    private static ValidatableResponse send(String name, String csv, boolean dryRun) {
        return given().contentType("text/csv; charset=UTF-8")
                .body(csv)
                .queryParam("dry_run", dryRun)
                .post("/imports/{name}", name)
                .then();
    }

    @Test
    void everyRowIsAccountedForAndTheSameFileChangesNothingTheSecondTime() {
        store("lx-imp-1");
        store("lx-imp-2");
        describe("zoo");
        String csv = HEADER
                + row(1, "ada", 17, "A binary", "lx-imp-1")
                + row(2, "bob", 17, "A binary", "lx-imp-1")
                + row(3, "ada", 17, "A quasar", "lx-imp-1")
                + row(4, "ada", 18, "Yes", "lx-imp-1")
                + row(5, "ada", 17, "A comet", "lx-imp-2")
                + row(6, "ada", 17, "A quasar", "lx-imp-nowhere")
                + row(7, "ada", 17, "A quasar", "lx-imp-2").replace("2019-02-07 14:16:33 UTC", "yesterday");
        send("zoo", csv, true).statusCode(200).body("added", is(2)).body("dry_run", is(true));
        given().get("/sources/lx-imp-1/votes").then().body("voters", is(0));
        send("zoo", csv, false)
                .statusCode(200)
                .body("rows", is(7))
                .body("added", is(2))
                .body("repeated", is(0))
                .body("standing", is(1))
                .body("passed", is(1))
                .body("refused", is(3))
                .body("refusals.line", is(List.of(6, 7, 8)))
                .body("refusals[0].reason", is("answer \"A comet\" to task T0 is not in the mapping"))
                .body("refusals[1].reason", is("there is no source 'lx-imp-nowhere'"))
                .body("refusals[2].reason", is("created_at is \"yesterday\", must be like 2019-02-07 14:16:33 UTC"));
        send("zoo", csv, false).statusCode(200).body("added", is(0)).body("repeated", is(2));
        send("zoo", HEADER + row(1, "ada", 17, "A nova", "lx-imp-1"), false)
                .statusCode(200)
                .body(
                        "refusals[0].reason",
                        is("classification 1 was imported as XRB for 'lx-imp-1', and is CV for 'lx-imp-1' now"));
        given().get("/sources/lx-imp-1/votes").then().body("votes.XRB", is(2)).body("voters", is(2));
        given().get("/sources/lx-imp-1/consensus").then().body("class", is("XRB"));
        given().get("/imports").then().body("find { it.name == 'zoo' }.votes", is(2));
    }

    @Test
    void fileThatIsNoExportAndImportThatIsNotDescribedAreRefused() {
        describe("strict");
        send("strict", "a,b\n1,2\n", false)
                .statusCode(400)
                .body(
                        "detail",
                        startsWith("columns classification_id, user_name, created_at, annotations, subject_data"));
        send("nobody-knows", HEADER, false).statusCode(400).body("detail", startsWith("there is no import"));
        given().contentType("application/json")
                .body("{\"answers\": {\"A quasar\": \"Quasar\"}}")
                .put("/imports/wrong")
                .then()
                .statusCode(422)
                .body("detail", startsWith("answer \"A quasar\" is mapped to \"Quasar\", must be one of AGN"));
    }

    /// Three people know binaries; an import of 20 accounts of one person says of all that they are novae.
    @Test
    void importOfTwentyAccountsOfOnePersonDoesNotMoveAConsensus() {
        describe("brigade");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int source = 0; source < 30; source++) {
            String id = "lx-held-" + source;
            store(id);
            for (int user = 0; user < 3; user++) {
                Answer answer = (source + user) % 10 == 0 ? Answer.AGN : Answer.XRB;
                ballots.cast(new Vote(id, "held-" + user, answer, null, Instant.EPOCH));
            }
            for (int account = 0; account < 20; account++) {
                csv.append(row(1_000 + source * 20 + account, "one-of-" + account, 17, "A nova", id));
            }
        }
        crowd.recompute();
        send("brigade", csv.toString(), false)
                .statusCode(200)
                .body("added", is(600))
                .body("correlated_accounts", is(20));
        given().get("/correlated")
                .then()
                .body("find { it.counts_as.startsWith('brigade:') }.accounts.user", hasItem("brigade:one-of-19"))
                .body("find { it.counts_as.startsWith('brigade:') }.accounts.size()", is(20))
                .body("accounts.user.flatten()", everyItem(startsWith("brigade:")));
        for (int source = 0; source < 30; source++) {
            String id = "lx-held-" + source;
            given().get("/sources/{id}/votes", id).then().body("votes.CV", is(20));
            given().get("/sources/{id}/consensus", id).then().body("class", is("XRB"));
            given().get("/sources/{id}/retirement", id).then().body("[0]", nullValue());
        }
    }
}
