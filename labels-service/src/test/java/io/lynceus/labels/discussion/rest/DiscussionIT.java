package io.lynceus.labels.discussion.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class DiscussionIT {
    @Inject
    Subjects subjects;

    private String source(String sourceId) {
        subjects.store(List.of(new Subject(
                sourceId,
                sourceId,
                new SkyPosition(10, 20),
                "AGN",
                Map.of("AGN", 1.0),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                1,
                1)));
        return sourceId;
    }

    private static ValidatableResponse send(String path, Map<String, ?> body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static ValidatableResponse post(String sourceId, String user, String key, String text) {
        return send("/sources/" + sourceId + "/comments", Map.of("user", user, "key", key, "text", text));
    }

    private static long posted(String sourceId, String user, String text) {
        return post(sourceId, user, text, text)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse report(long comment, String user) {
        return send("/comments/" + comment + "/reports", Map.of("user", user, "reason", "an advertisement"));
    }

    private static ValidatableResponse moderate(long comment, boolean hidden, String reason) {
        return send("/comments/" + comment + "/moderation", Map.of("hidden", hidden, "by", "eve", "reason", reason));
    }

    private static void waiting(long comment, Matcher<Object> matcher) {
        given().get("/comments/reported?limit=100")
                .then()
                .statusCode(200)
                .body("comments.find { it.comment.id == " + comment + " }", matcher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp;amp; %3Cb%3E \\u003cb\\u003e",
                "'); DROP TABLE comments; --",
                "\u05d0\u05d1 \u200f(\u05d2)\nnext line",
                "\ud83d\udc69\u200d\ud83d\ude80"
            })
    void textIsReadAsItWasWritten(String text) {
        String sourceId = source("lx-text-" + Integer.toHexString(text.hashCode()));
        post(sourceId, "writer", sourceId, text).statusCode(201).body("text", is(text));
        given().get("/sources/{id}/comments", sourceId).then().body("comments.text", is(List.of(text)));
    }

    @Test
    void namesOfSourcesAreFoundWhereTheyStand() {
        source("lx-mentions");
        post("lx-mentions", "namer", "1", "\ud83d\ude80 is 4xmm J000009.3\u2212135618 = lx-gezdgnbvgy3t?")
                .statusCode(201)
                .body("mentions.offset", is(List.of(6, 30)))
                .body("mentions.length", is(List.of(21, 15)))
                .body("mentions.kind", is(List.of("xmm", "source")))
                .body("mentions.name", is(List.of("4XMM J000009.3-135618", "lx-gezdgnbvgy3t")));
    }

    @Test
    void commentSentAgainWithItsKeyIsTheSameComment() throws Exception {
        source("lx-again");
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        int created = 0;
        List<Callable<Integer>> sending = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    var answer = post("lx-again", "stutterer", "k", "hello").extract();
                    ids.add(answer.jsonPath().getLong("id"));
                    return answer.statusCode();
                })
                .toList();
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> status : hands.invokeAll(sending)) {
                created += status.get() == 201 ? 1 : 0;
            }
        }
        assertEquals(1, created);
        assertEquals(1, ids.size());
        post("lx-again", "stutterer", "k", "something else")
                .statusCode(409)
                .body("detail", startsWith("key 'k' was used by this user for another comment"));
        post("lx-again", "somebody", "k", "hello").statusCode(201);
        given().get("/sources/lx-again/comments").then().body("comments.author", is(List.of("somebody", "stutterer")));
    }

    @Test
    void whoWritesTooFastIsToldWhenToComeAgainAndLosesNothing() {
        source("lx-hasty");
        for (int i = 0; i < 10; i++) {
            posted("lx-hasty", "hasty", "comment " + i);
        }
        String wait = post("lx-hasty", "hasty", "11", "one more")
                .statusCode(429)
                .contentType("application/problem+json")
                .body("detail", startsWith("at most 10 comments a user in 10 minutes: come again in "))
                .extract()
                .header("Retry-After");
        assertTrue(Integer.parseInt(wait) >= 1 && Integer.parseInt(wait) <= 600, wait);
        post("lx-hasty", "hasty", "comment 0", "comment 0").statusCode(200);
        given().get("/sources/lx-hasty/comments?limit=100").then().body("comments", hasSize(10));
    }

    @Test
    void pagesFollowOneAnotherWhileOthersWrite() {
        source("lx-pages");
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(i -> posted("lx-pages", "pager", "page " + i))
                .toList();
        String cursor = given().get("/sources/lx-pages/comments?limit=2")
                .then()
                .body("comments.text", is(List.of("page 4", "page 3")))
                .body("next_cursor", is(ids.get(3).toString()))
                .extract()
                .path("next_cursor");
        posted("lx-pages", "pager", "page 5");
        given().get("/sources/lx-pages/comments?limit=3&cursor=" + cursor)
                .then()
                .body("comments.text", is(List.of("page 2", "page 1", "page 0")))
                .body("next_cursor", nullValue());
    }

    @Test
    void threeReportsHideACommentUntilAModeratorHasDecidedAndNeverAfter() {
        source("lx-moderated");
        long comment = posted("lx-moderated", "seller", "buy now");
        report(comment, "reporter-0").statusCode(201).body("hidden", is(false));
        report(comment, "reporter-0").statusCode(200).body("counted", is(false));
        report(comment, "reporter-1").statusCode(201).body("hidden", is(false));
        report(comment, "reporter-2").statusCode(201).body("hidden", is(true));
        given().get("/sources/lx-moderated/comments")
                .then()
                .body("comments[0].hidden", is(true))
                .body("comments[0].text", nullValue())
                .body("comments[0].author", nullValue())
                .body("comments[0].mentions", hasSize(0));
        waiting(comment, not(nullValue()));
        moderate(comment, false, "a joke")
                .statusCode(200)
                .body("comment.text", is("buy now"))
                .body("reports.user", equalTo(List.of("reporter-2", "reporter-1", "reporter-0")))
                .body("decisions.hidden", is(List.of(false, true)))
                .body("decisions[0].by", is("eve"))
                .body("decisions[1].by", nullValue())
                .body("decisions[1].reason", is("3 reports"));
        waiting(comment, nullValue());
        for (int i = 3; i < 6; i++) {
            report(comment, "reporter-" + i).statusCode(201).body("hidden", is(false));
        }
        waiting(comment, not(nullValue()));
        moderate(comment, true, "no joke after all").statusCode(200).body("decisions", hasSize(3));
        moderate(comment, true, "no joke after all").statusCode(200).body("decisions", hasSize(3));
        report(comment, "reporter-6").statusCode(201).body("hidden", is(true));
        waiting(comment, nullValue());
        given().get("/comments/{id}/moderation", comment)
                .then()
                .body("comment.hidden", is(true))
                .body("reports", hasSize(7));
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        source("lx-fussy");
        post("lx-nowhere", "ada", "1", "hello").statusCode(404).body("detail", is("there is no source 'lx-nowhere'"));
        given().get("/sources/lx-nowhere/comments").then().statusCode(404);
        post("lx-fussy", "ada", "1", "\u0000")
                .statusCode(422)
                .body("detail", startsWith("text must be plain text; it has the character U+0000"));
        post("lx-fussy", "ada", "1", "\u202eevil").statusCode(422);
        send("/sources/lx-fussy/comments", Map.of("user", "ada", "text", "x"))
                .statusCode(422)
                .body("detail", is("required field key is missing"));
        send("/sources/lx-fussy/votes", Map.of("user", "a\u0000a", "answer", "AGN"))
                .statusCode(422);
        given().get("/sources/lx-fussy/comments?cursor=x")
                .then()
                .statusCode(422)
                .body("detail", is("cursor is \"x\", must be next_cursor of the page before"));
        given().get("/sources/lx-fussy/comments?limit=101")
                .then()
                .statusCode(422)
                .body("detail", is("limit is 101, must lie in [1, 100]"));
        send("/comments/999999999/reports", Map.of("user", "ada")).statusCode(404);
        send("/comments/abc/reports", Map.of("user", "ada"))
                .statusCode(404)
                .body("detail", is("there is no comment 'abc'"));
        send("/comments/999999999/moderation", Map.of("hidden", true, "by", "eve", "reason", "x"))
                .statusCode(404);
        send("/comments/1/moderation", Map.of("hidden", true, "by", "eve", "reason", " "))
                .statusCode(422)
                .body("detail", startsWith("reason must have 1 to 500 characters"));
    }
}
