package io.lynceus.labels.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VoteTest {
    private static String refusal(String user, String comment) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new Vote("lx-a", user, Answer.AGN, comment, Instant.EPOCH))
                .getMessage();
    }

    @Test
    void userAndCommentThatAreTooLongAreRefusedWithTheLimit() {
        assertEquals("user must have 1 to 100 characters, not only blanks: ' '", refusal(" ", null));
        assertEquals(
                "user must have 1 to 100 characters, not only blanks: '" + "x".repeat(40) + "...'",
                refusal("x".repeat(101), null));
        assertEquals(
                "comment must have 1 to 2000 characters, not only blanks; it has 2001",
                refusal("ada", "x".repeat(2001)));
    }
}
