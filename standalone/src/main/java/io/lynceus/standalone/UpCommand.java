package io.lynceus.standalone;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus up`: starts the suite and stays until it is told to end.
@Command(name = "up", description = "Start the suite on embedded engines and stay up; data is kept between runs.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Override
    public Integer call() throws InterruptedException {
        long begin = System.nanoTime();
        EventLog log = EventLog.onStandardOutput();
        try (Suite suite = Suite.start(options.settings(), log)) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            log.event(
                    "lynceus",
                    String.format(
                            Locale.ROOT,
                            "ready after %.1f s: %s (Ctrl-C or ./lynceus stop ends it)",
                            taken.toMillis() / 1000.0,
                            suite.uri(Service.GATEWAY)));
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
