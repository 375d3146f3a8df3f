package io.lynceus.runtime.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.runtime.job.Job.State;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Jobs<String> jobs = new Jobs<>("test");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        jobs.close();
    }

    @Test
    void jobTellsHowFarItIsAndWhatItMade() throws Exception {
        Job<String> job = jobs.submit("one", this::held);
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        assertEquals(State.RUNNING, job.state());
        assertEquals(3, job.done());
        assertEquals(5, job.total());
        released.countDown();
        last();
        assertEquals(State.DONE, job.state());
        assertEquals(Optional.of("made"), job.result());
    }

    @Test
    void jobThatIsStoppedEndsWhenItChecksAndOneThatWaitsNeverBegins() throws Exception {
        Job<String> running = jobs.submit("running", this::held);
        Job<String> waiting = jobs.submit("waiting", job -> "never");
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        running.stop();
        waiting.stop();
        assertEquals(State.STOPPED, waiting.state());
        released.countDown();
        last();
        assertEquals(State.STOPPED, running.state());
        assertEquals(Optional.empty(), running.result());
        assertEquals(Optional.empty(), waiting.result());
    }

    @Test
    void jobThatFailsSaysWhyAndTheNextOneRuns() throws Exception {
        Job<String> failing = jobs.submit("failing", job -> {
            throw new IllegalStateException("the disk is full");
        });
        assertEquals(Optional.of("made"), last().result());
        assertEquals(State.FAILED, failing.state());
        assertEquals("the disk is full", failing.failure());
    }

    @Test
    void theOldestJobsThatAreOverAreForgotten() throws Exception {
        Job<String> first = jobs.submit("first", job -> "made");
        for (int i = 0; i < 30; i++) {
            last();
        }
        assertEquals(Optional.empty(), jobs.find(first.id()));
        assertTrue(jobs.all().size() <= 21, () -> jobs.all().size() + " kept");
    }

    private String held(Job<String> job) {
        job.of(3, 5);
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        job.check();
        return "made";
    }

    /// A job after all others, once it is over.
    private Job<String> last() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Job<String> job = jobs.submit("last", one -> "made");
        jobs.submit("after", one -> {
            over.countDown();
            return "";
        });
        assertTrue(over.await(10, TimeUnit.SECONDS));
        return job;
    }
}
