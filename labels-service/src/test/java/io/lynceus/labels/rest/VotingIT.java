package io.lynceus.labels.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.ConsensusLabel;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.ClassifiedSources;
import io.lynceus.runtime.step.DeadLetterHeaders;
import io.lynceus.testing.EngineResource;
import io.lynceus.testing.SharedEngines;
import io.lynceus.testing.StreamProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
class VotingIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private StreamProbe probe;

    @BeforeEach
    void open() {
        probe = new StreamProbe(SharedEngines.ofThisJvm().bootstrapServers());
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private void classified(String sourceId) throws Exception {
        probe.send(Topic.CLASSIFICATIONS.topicName(), sourceId, ClassifiedSources.record(sourceId, "AGN", 1, 1));
        awaitKnown(sourceId);
    }

    private static void awaitKnown(String sourceId) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (given().get("/sources/{id}/votes", sourceId).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(sourceId + " is still unknown after " + LIMIT);
            }
        }
    }

    private static ValidatableResponse vote(String sourceId, String user, String answer) {
        return given().contentType("application/json")
                .body(Map.of("user", user, "answer", answer))
                .post("/sources/{id}/votes", sourceId)
                .then();
    }

    private ConsumerRecord<String, byte[]> lastLabel(
            String sourceId, Predicate<ConsumerRecord<String, byte[]>> condition) {
        return of(sourceId, probe.await(Topic.CONSENSUS_LABELS.topicName(), LIMIT, all -> {
                    List<ConsumerRecord<String, byte[]>> found = of(sourceId, all);
                    return !found.isEmpty() && condition.test(found.getLast());
                }))
                .getLast();
    }

    private static List<ConsumerRecord<String, byte[]>> of(
            String sourceId, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(found -> found.key().equals(sourceId)).toList();
    }

    @Test
    void firstVoteStandsAndRepeatReturnsIt() throws Exception {
        classified("lx-standing");
        vote("lx-standing", "ada", "XRB")
                .statusCode(201)
                .body("counted", is(true))
                .body("tally.votes", equalTo(Map.of("XRB", 1)));
        vote("lx-standing", "ada", "AGN")
                .statusCode(200)
                .body("counted", is(false))
                .body("answer", is("XRB"))
                .body("tally.votes", equalTo(Map.of("XRB", 1)));
    }

    @Test
    void votesOfManyAtOnceAreAllCountedOnce() throws Exception {
        classified("lx-crowd");
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> votes = IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            vote("lx-crowd", "user-" + i % 30, "CV").extract().statusCode())
                    .toList();
            int created = 0;
            for (Future<Integer> status : crowd.invokeAll(votes)) {
                created += status.get() == 201 ? 1 : 0;
            }
            assertEquals(30, created);
        }
        given().get("/sources/lx-crowd/votes")
                .then()
                .body("votes", equalTo(Map.of("CV", 30)))
                .body("voters", is(30));
        given().get("/sources/lx-crowd/consensus")
                .then()
                .body("class", is("CV"))
                .body("method", is("dawid-skene"));
    }

    @Test
    void changeOfConsensusIsPublishedAsItsSchemaSays() throws Exception {
        classified("lx-published");
        vote("lx-published", "published-1", "Star").statusCode(201);
        vote("lx-published", "published-2", "Star").statusCode(201);
        byte[] value = lastLabel("lx-published", found -> found.value() != null).value();
        assertEquals(List.of(), new SchemaCheck(Topic.CONSENSUS_LABELS.schema()).problems(Wire.tree(value)));
        ConsensusLabel label = Wire.read(value, ConsensusLabel.class);
        assertEquals("Star", label.sourceClass());
        assertEquals(Map.of("Star", 2), label.votes());
        assertEquals("dawid-skene", label.method());
    }

    @Test
    void votesThatAgreeNoLongerArePublishedAsATombstone() throws Exception {
        classified("lx-torn");
        vote("lx-torn", "torn-1", "Star").statusCode(201);
        vote("lx-torn", "torn-2", "Star").statusCode(201);
        lastLabel("lx-torn", found -> found.value() != null);
        vote("lx-torn", "torn-3", "AGN").statusCode(201);
        vote("lx-torn", "torn-4", "AGN").statusCode(201);
        assertNull(lastLabel("lx-torn", found -> found.value() == null).value());
        given().get("/sources/lx-torn/consensus")
                .then()
                .statusCode(200)
                .body("class", nullValue())
                .body("voters", is(4));
    }

    @Test
    void whoAsksToTrainGetsASourceThatIsKnown() throws Exception {
        probe.send(
                Topic.CLASSIFICATIONS.topicName(), "lx-drill", ClassifiedSources.known("lx-drill", "XRB", "AGN", 1, 1));
        awaitKnown("lx-drill");
        String drill = given().get("/subjects/next?user=recruit&training=true").path("source_id");
        vote(drill, "recruit", "Unsure").statusCode(201).body("training.right", is(false));
    }

    @Test
    void whoVotesForAKnownSourceLearnsTheTruthAndTheReasonsAndAddsToNoConsensus() throws Exception {
        probe.send(
                Topic.CLASSIFICATIONS.topicName(), "lx-known", ClassifiedSources.known("lx-known", "XRB", "AGN", 1, 1));
        awaitKnown("lx-known");
        vote("lx-known", "pupil-1", "XRB")
                .statusCode(201)
                .body("training.truth", is("XRB"))
                .body("training.right", is(true))
                .body("training.classifier_class", is("AGN"))
                .body("training.reasons.evidence", equalTo(List.of("prior", "hardness_ratio_1")));
        vote("lx-known", "pupil-2", "XRB").statusCode(201);
        vote("lx-known", "pupil-3", "AGN").statusCode(201).body("training.right", is(false));
        given().get("/sources/lx-known/consensus")
                .then()
                .body("class", nullValue())
                .body("voters", is(3));
        given().get("/volunteers/pupil-3")
                .then()
                .body("level", is("training"))
                .body("trained.answers", is(1))
                .body("trained.right", is(0))
                .body("training.XRB.high", is(0.79345071F));
    }

    @Test
    void rulesAreStoredTriedAndActivatedAndPeopleDecideOtherwise() throws Exception {
        classified("lx-ruled");
        given().contentType("application/json")
                .body("{\"min_voters\": 3, \"min_confidence\": 0.9, \"min_agreement\": 2, \"max_voters\": 9}")
                .put("/retirement/rules/brisk")
                .then()
                .statusCode(422)
                .body("detail", is("min_agreement must lie in [0, 1]: 2.0"));
        String brisk = "{\"min_voters\": 3, \"min_confidence\": 0.9, \"min_agreement\": 0.6, \"max_voters\": 9}";
        given().contentType("application/json")
                .body(brisk)
                .put("/retirement/rules/brisk")
                .then()
                .statusCode(204);
        given().get("/retirement/rules")
                .then()
                .body("find { it.name == 'brisk' }.active", is(false))
                .body("find { it.name == 'usual' }.active", is(true));
        for (int user = 0; user < 4; user++) {
            vote("lx-ruled", "ruled-" + user, "CV").statusCode(201);
        }
        given().contentType("application/json")
                .body(brisk)
                .post("/retirement/dry-run")
                .then()
                .statusCode(200)
                .body("retired", greaterThanOrEqualTo(1))
                .body("spared", greaterThanOrEqualTo(1));
        given().post("/retirement/rules/nothing/activate").then().statusCode(404);
        given().contentType("application/json")
                .body("{\"retired\": true, \"by\": \"eve\", \"reason\": \"a spectrum is out\"}")
                .post("/sources/lx-ruled/retirement")
                .then()
                .statusCode(200)
                .body("[0].retired", is(true))
                .body("[0].by", is("eve"));
        given().get("/sources/lx-nowhere/retirement").then().statusCode(404);
    }

    @Test
    void everythingIsComputedAnewOnDemand() throws Exception {
        classified("lx-anew");
        vote("lx-anew", "anew-1", "CV").statusCode(201);
        vote("lx-anew", "anew-2", "CV").statusCode(201);
        String job = given().post("/consensus/recompute")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!"done".equals(given().get("/consensus/recompute/{id}", job).path("state"))) {
            assertTrue(System.nanoTime() < deadline, "not computed within " + LIMIT);
        }
        given().get("/consensus/recompute/{id}", job)
                .then()
                .body("failure", nullValue())
                .body("result.votes", greaterThanOrEqualTo(2))
                .body("result.iterations", greaterThanOrEqualTo(1))
                .body("result.classifier_temperature", greaterThanOrEqualTo(1F));
        given().get("/consensus/recompute/nothing").then().statusCode(404);
        given().get("/sources/lx-anew/consensus").then().body("class", is("CV"));
    }

    @Test
    void consensusTellsCrowdAndClassifierApart() throws Exception {
        classified("lx-apart");
        given().get("/sources/lx-apart/consensus")
                .then()
                .body("crowd", nullValue())
                .body("likelihood", nullValue())
                .body("classifier.AGN", greaterThan(0F));
        vote("lx-apart", "apart-1", "CV").statusCode(201);
        vote("lx-apart", "apart-2", "CV").statusCode(201);
        given().get("/sources/lx-apart/consensus")
                .then()
                .body("class", is("CV"))
                .body("crowd.CV", greaterThan(0.5F))
                .body("likelihood.CV", is(1F))
                .body("classifier.CV", lessThan(0.5F))
                .body("combined.keySet()", hasSize(5));
    }

    @Test
    void voteThatCannotCountSaysWhy() throws Exception {
        classified("lx-picky");
        vote("lx-nowhere", "ada", "XRB").statusCode(404).body("detail", is("there is no source 'lx-nowhere'"));
        vote("lx-picky", "ada", "Quasar")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", is("answer is \"Quasar\", must be one of AGN, Star, XRB, CV, Other, Unsure"));
        vote("lx-picky", "", "XRB")
                .statusCode(422)
                .body("detail", containsString("user must have 1 to 100 characters"));
        given().contentType("application/json")
                .body("{\"user\": \"ada\", \"answer\": \"XRB\", \"stars\": 5}")
                .post("/sources/lx-picky/votes")
                .then()
                .statusCode(400)
                .body("detail", is("unknown field stars; known here: answer, comment, hints, time_spent_s, user"));
    }

    @Test
    void timeSpentAndHintsStandWithTheFirstVoteAndImpossibleOnesAreRefused() throws Exception {
        classified("lx-told");
        told("tell", "{\"time_spent_s\": 14.5, \"hints\": [\"VARIABILITY\", \"LOCATION\"]}")
                .statusCode(201);
        told("tell", "{\"time_spent_s\": 1}")
                .statusCode(200)
                .body("time_spent_s", is(14.5f))
                .body("hints", is(List.of("LOCATION", "VARIABILITY")));
        told("mute", "{}").statusCode(201).body("time_spent_s", nullValue()).body("hints", is(List.of()));
        told("late", "{\"time_spent_s\": -1}")
                .statusCode(422)
                .body("detail", is("time_spent_s must lie in [0, 86400] s: -1.0; leave it out if unknown"));
        told("vague", "{\"hints\": [\"COLOUR\"]}")
                .statusCode(422)
                .body("detail", is("hint is \"COLOUR\", must be one of LOCATION, SPECTRUM, COUNTERPARTS, VARIABILITY"));
    }

    private static ValidatableResponse told(String user, String details) {
        ObjectNode vote = (ObjectNode) Wire.tree(details.getBytes(StandardCharsets.UTF_8));
        return given().contentType("application/json")
                .body(Wire.write(vote.put("user", user).put("answer", "XRB")))
                .post("/sources/lx-told/votes")
                .then();
    }

    @Test
    void nextSubjectIsOneThatTheUserHasNotSeen() throws Exception {
        classified("lx-next-1");
        classified("lx-next-2");
        String first = given().get("/subjects/next?user=eve").path("source_id");
        vote(first, "eve", "Unsure").statusCode(201);
        String second = given().get("/subjects/next?user=eve").path("source_id");
        vote(second, "eve", "Unsure").statusCode(201);
        given().get("/subjects/next?user=eve").then().body("source_id", not(first));
        given().get("/subjects/next").then().statusCode(400).body("detail", is("query parameter user is missing"));
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersAndTheStreamGoesOn() throws Exception {
        probe.send(Topic.CLASSIFICATIONS.topicName(), "lx-garbage", "{\"featured\": oops");
        classified("lx-after-garbage");
        ConsumerRecord<String, byte[]> dead = of(
                        "lx-garbage",
                        probe.await(Topic.CLASSIFICATIONS.deadLetters(), LIMIT, all -> !of("lx-garbage", all)
                                .isEmpty()))
                .getFirst();
        assertEquals("{\"featured\": oops", StreamProbe.text(dead));
        assertEquals(
                "unreadable",
                new String(dead.headers().lastHeader(DeadLetterHeaders.REASON).value(), StandardCharsets.UTF_8));
    }
}
