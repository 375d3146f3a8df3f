package io.lynceus.standalone;

import io.lynceus.engines.EngineFailure;
import io.lynceus.standalone.suite.SuiteFolder;
import io.lynceus.standalone.suite.SuiteLock;
import io.lynceus.standalone.suite.SuiteOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lynceus stop`: ends the suite that runs on a data folder.
@Command(name = "stop", description = "Stop the suite that runs on this data folder.")
final class StopCommand implements Callable<Integer> {

    private static final int LIMIT_SECONDS = 60;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Override
    public Integer call() throws InterruptedException {
        SuiteFolder folder = options.folder();
        Optional<SuiteLock> lock = SuiteLock.tryAcquire(folder);
        if (lock.isPresent()) {
            lock.get().close();
            System.out.println("nothing runs on " + folder.path());
            return 0;
        }
        ProcessHandle launcher = SuiteLock.holder(folder)
                .orElseThrow(() -> new EngineFailure("cannot tell who runs on " + folder.path()));
        launcher.destroy();
        try {
            var unused = launcher.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new EngineFailure("process " + launcher.pid() + " does not end", e);
        }
        System.out.println("stopped what ran on " + folder.path());
        return 0;
    }
}
