package io.lynceus.standalone;

import io.lynceus.standalone.suite.EventLog;
import io.lynceus.standalone.suite.NewCatalogues;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.ServiceClient;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SuiteOptions;
import io.lynceus.standalone.suite.SuiteSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lynceus up`: starts the suite and stays until it is told to end.
@Command(name = "up", description = "Start the suite on embedded engines and stay up; data is kept between runs.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--catalogues",
            paramLabel = "DIR",
            description = "Folder of catalogue descriptions (YAML); those not imported yet are imported.")
    private @Nullable Path catalogues;

    @Option(
            names = "--accounts",
            description = "Require accounts for writing; without this option, this machine may do everything.")
    private boolean accounts;

    @Override
    public Integer call() throws InterruptedException {
        long begin = System.nanoTime();
        EventLog log = EventLog.onStandardOutput();
        Path descriptions = catalogues;
        if (descriptions != null) {
            new NewCatalogues(options.folder(), log).importFrom(descriptions);
        }
        String code = operatorCode();
        SuiteSettings settings = accounts ? options.settings().withAccounts(code) : options.settings();
        try (Suite suite = Suite.start(settings, log)) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            log.event(
                    "lynceus",
                    String.format(
                            Locale.ROOT,
                            "ready after %.1f s: %s (Ctrl-C or ./lynceus stop ends it)",
                            taken.toMillis() / 1000.0,
                            suite.uri(Service.GATEWAY)));
            if (accounts && awaitsOperator(settings)) {
                log.event(
                        "lynceus",
                        "no operator yet: sign up at " + suite.uri(Service.GATEWAY) + "/account with the code " + code);
            }
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static String operatorCode() {
        byte[] code = new byte[16];
        new SecureRandom().nextBytes(code);
        return HexFormat.of().formatHex(code);
    }

    private static boolean awaitsOperator(SuiteSettings settings) {
        return new ServiceClient(settings.ports())
                .get(Service.GATEWAY, "/api/v1/account")
                .path("operator_awaited")
                .asBoolean();
    }
}
