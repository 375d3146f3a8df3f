package io.lynceus.labels.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.discussion.Moderation.CommentStatus;
import io.lynceus.labels.discussion.Moderation.ModerationDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentStatusTest {
    private static final Instant AT = Instant.EPOCH;
    private static final CommentStatus FRESH =
            new CommentStatus(new Comment(1, "lx-1", "ada", "hello", AT, false), false, 0);
    private static final ModerationDecision SHOW = new ModerationDecision(false, Optional.of("eve"), "harmless", AT);
    private static final ModerationDecision HIDE = new ModerationDecision(true, Optional.of("eve"), "spam", AT);

    @Test
    void enoughReportsHideACommentOnceAndSayHowMany() {
        CommentStatus first = FRESH.reported(2);
        assertFalse(first.comment().hidden());
        assertEquals(Optional.empty(), FRESH.decisionOfReports(first, AT));

        CommentStatus second = first.reported(2);
        assertTrue(second.comment().hidden());
        assertEquals(
                Optional.of(new ModerationDecision(true, Optional.empty(), "2 reports", AT)),
                first.decisionOfReports(second, AT));

        CommentStatus third = second.reported(2);
        assertTrue(third.comment().hidden());
        assertEquals(3, third.openReports());
        assertEquals(Optional.empty(), second.decisionOfReports(third, AT));
    }

    @Test
    void reportsDoNotHideWhatAModeratorLetStandButPutItIntoTheQueue() {
        CommentStatus reported = FRESH.decided(SHOW).reported(1);
        assertFalse(reported.comment().hidden());
        assertEquals(1, reported.openReports());
    }

    @Test
    void reportOfWhatAModeratorHasHiddenNeedsNoAnswer() {
        assertEquals(0, FRESH.decided(HIDE).reported(1).openReports());
    }

    @Test
    void sameDecisionIsRepeatedOnlyWithoutAReportInBetween() {
        CommentStatus decided = FRESH.decided(SHOW);
        assertTrue(decided.isRepeatedBy(SHOW, List.of(SHOW, HIDE)));
        assertFalse(decided.isRepeatedBy(SHOW, List.of(HIDE, SHOW)));
        assertFalse(decided.reported(3).isRepeatedBy(SHOW, List.of(SHOW)));
    }
}
