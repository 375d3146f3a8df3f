package io.lynceus.labels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lynceus.labels.voting.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadgeTest {
    @Test
    void steadyWorkIsRewardedByTheHighestMilestoneReachedAndFindsByClass() {
        assertEquals(List.of(), Badge.of(Map.of(), new Streak(6, 6)));
        assertEquals(List.of(new Badge.Steady(7)), Badge.of(Map.of(), new Streak(0, 29)));
        assertEquals(
                List.of(new Badge.RareFind(Answer.XRB, 2), new Badge.RareFind(Answer.CV, 1), new Badge.Steady(30)),
                Badge.of(Map.of(Answer.CV, 1, Answer.XRB, 2), new Streak(0, 30)));
        assertThrows(IllegalArgumentException.class, () -> Badge.of(Map.of(Answer.AGN, 1), new Streak(0, 0)));
    }
}
