package io.lynceus.runtime.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.UnreadableJson;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.storage.StorageFault;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What becomes of exceptions; the gateway's `BadInputIT` shows the same over HTTP, and what the HTTP layer refuses.
class ProblemResponsesTest {
    private final ProblemResponses responses = new ProblemResponses();

    private static String text(Response response) {
        assertEquals(ProblemDocument.MEDIA_TYPE, response.getMediaType().toString());
        return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    }

    private static void says(Response response, int status, String type, String detail) {
        JsonNode document = Wire.tree(text(response).getBytes(StandardCharsets.UTF_8));
        assertEquals(status, response.getStatus());
        assertEquals(status, document.path("status").asInt());
        assertEquals(type, document.path("type").asText());
        assertEquals(detail, document.path("detail").asText());
    }

    @Test
    void problemIsAnsweredAsItsDocument() {
        says(
                responses.problem(Problem.unknown("source", "lx-a")),
                404,
                "https://lynceus.io/problems/unknown-source",
                "there is no source 'lx-a'");
        says(
                responses.problem(Problem.conflict("d-1 is known with another content")),
                409,
                "https://lynceus.io/problems/conflicting-duplicate",
                "d-1 is known with another content");
        says(
                responses.problem(Problem.invalid("dec_deg is 95, must lie in [-90, 90] deg")),
                422,
                "https://lynceus.io/problems/invalid-value",
                "dec_deg is 95, must lie in [-90, 90] deg");
    }

    @Test
    void jsonThatCannotBeReadIsTheFaultOfTheRequest() {
        says(
                responses.unreadable(new UnreadableJson("unknown field ra", new IllegalArgumentException())),
                400,
                "https://lynceus.io/problems/bad-request",
                "unknown field ra");
    }

    @Test
    void databaseThatIsAwayIsUnavailableAndOneThatRefusesIsAnInternalError() {
        says(
                responses.storage(new StorageFault("connection refused", "08001", null)),
                503,
                "https://lynceus.io/problems/unavailable",
                "the database is not available; try again in a few seconds");
        says(
                responses.storage(new StorageFault("no such column", "42703", null)),
                500,
                "about:blank",
                "this is a fault of the server; its log has the reason");
    }

    @Test
    void textThatCannotBeStoredIsTheFaultOfTheRequest() {
        says(
                responses.storage(new StorageFault("invalid byte sequence", "22021", null)),
                400,
                "https://lynceus.io/problems/bad-request",
                "a name or text has the character U+0000 (%00 in an address): leave it out");
    }

    @Test
    void unexpectedFaultKeepsItsReasonToTheLog() {
        Response response = responses.unexpected(new IllegalStateException("secret of the house"));
        assertEquals(500, response.getStatus());
        assertFalse(text(response).contains("secret"), () -> text(response));
    }
}
