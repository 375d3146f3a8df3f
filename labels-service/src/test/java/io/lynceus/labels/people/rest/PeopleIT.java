package io.lynceus.labels.people.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class PeopleIT {
    @Inject
    Subjects subjects;

    @Inject
    Ballots ballots;

    /// An answer now, to a training source.
    private void answer(String user, Answer answer) {
        String source = "lx-people-" + user;
        subjects.store(List.of(new Subject(
                source,
                source,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 1.0),
                Optional.of(Answer.AGN),
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
        assertTrue(ballots.cast(new Vote(source, user, answer, null, Instant.now()))
                .orElseThrow()
                .counted());
    }

    private static ValidatableResponse settings(String user, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/volunteers/{user}/settings", user)
                .then();
    }

    @Test
    void rankingTellsPlacesWithSuccessAndItsIntervalPageByPage() {
        answer("paged-1", Answer.AGN);
        answer("paged-2", Answer.CV);
        for (String span : List.of("all", "week")) {
            given().get("/ranking?span={span}&limit=1000", span)
                    .then()
                    .statusCode(200)
                    .body("span", is(span))
                    .body("ranking.user", hasItem("paged-1"))
                    .body("ranking.find { it.user == 'paged-1' }.trained.low", is(0.20654931F))
                    .body("ranking.find { it.user == 'paged-2' }.trained.high", is(0.79345071F));
        }
        String first = given().get("/ranking?limit=1")
                .then()
                .body("ranking", hasSize(1))
                .body("ranking[0].place", is(1))
                .body("begins", nullValue())
                .body("next_cursor", is("1"))
                .extract()
                .path("ranking[0].user");
        given().get("/ranking?limit=1&cursor=1").then().body("ranking[0].user", not(first));
    }

    @Test
    void whatCannotBeRankedSaysWhy() {
        given().get("/ranking?span=month").then().statusCode(422).body("detail", containsString("\"month\""));
        given().get("/ranking?limit=0").then().statusCode(422).body("detail", is("limit is 0, must lie in [1, 1000]"));
        for (String cursor : List.of("-1", "4294967295", "b")) {
            given().get("/ranking?cursor={cursor}", cursor)
                    .then()
                    .statusCode(422)
                    .body("detail", is("cursor is \"" + cursor + "\", must be next_cursor of the page before"));
        }
    }

    @Test
    void volunteerSeesAnswersAndStreak() {
        answer("seen", Answer.CV);
        given().get("/volunteers/seen")
                .then()
                .body("level", is("training"))
                .body("activity.answers", is(1))
                .body("activity.streak", is(1))
                .body("activity.longest_streak", is(1))
                .body("activity.badges", hasSize(0))
                .body("activity.ranked", is(true));
    }

    @Test
    void volunteerOptsOutOfTheRankingAndBackIn() {
        answer("modest", Answer.AGN);
        settings("modest", "{\"ranked\": false}").statusCode(204);
        given().get("/ranking?limit=1000").then().body("ranking.user", not(hasItem("modest")));
        given().get("/volunteers/modest").then().body("activity.ranked", is(false));
        settings("modest", "{\"ranked\": true}").statusCode(204);
        given().get("/ranking?limit=1000").then().body("ranking.user", hasItem("modest"));
        settings("modest", "{}").statusCode(422).body("detail", containsString("ranked is missing"));
        settings("modest", "{\"hidden\": true}").statusCode(400);
    }

    @Test
    void nameLikeAnEMailAddressIsRefusedWhereverOneIsGiven() {
        String fix = "user must not look like an e-mail address, for everybody can see it: 'ada@example.org'; take a"
                + " pseudonym without @";
        given().contentType("application/json")
                .body("{\"user\": \"ada@example.org\", \"answer\": \"AGN\"}")
                .post("/sources/lx-people-anywhere/votes")
                .then()
                .statusCode(422)
                .body("detail", is(fix));
        given().get("/subjects/next?user=ada@example.org")
                .then()
                .statusCode(422)
                .body("detail", is(fix));
        settings("ada@example.org", "{\"ranked\": true}").statusCode(422).body("detail", is(fix));
    }

    @Test
    void volunteerTakesTheDataAndIsForgotten() {
        answer("leaver", Answer.AGN);
        given().get("/volunteers/leaver/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("user", is("leaver"))
                .body("votes.source_id", equalTo(List.of("lx-people-leaver")));
        given().delete("/volunteers/leaver").then().statusCode(204);
        given().delete("/volunteers/leaver").then().statusCode(204);
        given().get("/volunteers/leaver/export").then().statusCode(200).body("votes", hasSize(0));
        given().get("/sources/lx-people-leaver/votes").then().body("votes", equalTo(Map.of("AGN", 1)));
    }
}
