package io.lynceus.standalone;

import io.lynceus.engines.EngineFailure;
import picocli.CommandLine.Command;

/// `lynceus test`: listed here for the help; the start script runs it, since it must work before anything is built.
@Command(name = "test", description = "Run the whole gate: format, checks, tests. Arguments after it go to Maven.")
final class TestCommand implements Runnable {

    @Override
    public void run() {
        throw new EngineFailure("run the tests with ./lynceus test");
    }
}
