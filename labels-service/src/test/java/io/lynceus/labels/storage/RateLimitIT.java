package io.lynceus.labels.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.labels.NothingSends;
import io.lynceus.labels.asking.Subject;
import io.lynceus.labels.asking.Subjects;
import io.lynceus.labels.conduct.RateLimitExceeded;
import io.lynceus.labels.voting.Answer;
import io.lynceus.labels.voting.Ballots;
import io.lynceus.labels.voting.Vote;
import io.lynceus.sky.SkyPosition;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Votes of one user beyond the usual 60 in a minute. Times are those of the votes, not of the clock; unsure votes
/// leave the consensus of other tests alone.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class RateLimitIT {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Inject
    Ballots ballots;

    @Inject
    Subjects subjects;

    private void store(String prefix, int count) {
        subjects.store(IntStream.range(0, count)
                .mapToObj(i -> new Subject(
                        prefix + i,
                        prefix + i,
                        new SkyPosition(10, 20),
                        "AGN",
                        Map.of("AGN", 1.0),
                        Optional.empty(),
                        Map.of(),
                        OptionalDouble.empty(),
                        1,
                        1))
                .toList());
    }

    private boolean counts(String sourceId, String user, Instant at) {
        return ballots.cast(new Vote(sourceId, user, Answer.UNSURE, null, at))
                .orElseThrow()
                .counted();
    }

    @Test
    void voteTooManyIsRefusedUntilTheFirstOfThemIsAMinuteOld() {
        store("lx-flood-", 62);
        for (int i = 0; i < 60; i++) {
            assertTrue(counts("lx-flood-" + i, "flooder", NOON.plusMillis(500L * i)));
        }
        RateLimitExceeded refusal =
                assertThrows(RateLimitExceeded.class, () -> counts("lx-flood-60", "flooder", NOON.plusSeconds(40)));
        assertEquals(
                "at most 60 votes a user in 1 minute: come again in 20 s, at 2026-11-23T12:01:00Z",
                refusal.getMessage());
        assertTrue(counts("lx-flood-60", "another", NOON.plusSeconds(40)));
        assertTrue(counts("lx-flood-60", "flooder", NOON.plusSeconds(60)));
        assertThrows(RateLimitExceeded.class, () -> counts("lx-flood-61", "flooder", NOON.plusMillis(60_499)));
        assertTrue(counts("lx-flood-61", "flooder", NOON.plusMillis(60_500)));
    }

    @Test
    void voteThatStandsIsNeitherRefusedNorCountedAgainWhenItIsRepeated() {
        store("lx-repeat-", 61);
        for (int i = 0; i < 60; i++) {
            assertTrue(counts("lx-repeat-" + i, "repeater", NOON));
            assertFalse(counts("lx-repeat-" + i, "repeater", NOON));
        }
        assertThrows(RateLimitExceeded.class, () -> counts("lx-repeat-60", "repeater", NOON));
        assertFalse(counts("lx-repeat-0", "repeater", NOON));
        assertEquals(1, ballots.tally("lx-repeat-0").orElseThrow().voters());
        assertEquals(0, ballots.tally("lx-repeat-60").orElseThrow().voters());
    }

    @Test
    void sixtyOfTwoHundredVotesAtOnceCount() throws Exception {
        store("lx-burst-", 200);
        List<Callable<Boolean>> votes = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        return counts("lx-burst-" + i, "burster", NOON);
                    } catch (RateLimitExceeded e) {
                        return false;
                    }
                })
                .toList();
        int counted = 0;
        try (ExecutorService hands = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> vote : hands.invokeAll(votes)) {
                counted += vote.get() ? 1 : 0;
            }
        }
        assertEquals(60, counted);
    }
}
