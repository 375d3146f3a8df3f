package io.lynceus.standalone;

import io.lynceus.contracts.LynceusVersion;
import io.lynceus.crossmatch.files.importing.InvalidDescription;
import io.lynceus.engines.EngineFailure;
import io.lynceus.standalone.catalogue.CatalogueCommand;
import io.lynceus.standalone.demo.DemoCommand;
import io.lynceus.standalone.ingest.IngestCommand;
import io.lynceus.standalone.match.MatchCommand;
import io.lynceus.standalone.terminal.Terminal;
import io.lynceus.standalone.training.ModelCommand;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// The command line of the suite. Every command is a class of its own, registered here.
@Command(
        name = "lynceus",
        description = "Classifies X-ray sources as they are detected.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StopCommand.class,
            CatalogueCommand.class,
            MatchCommand.class,
            IngestCommand.class,
            ModelCommand.class,
            TestCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
final class Main {

    private static final int FAILED = 1;

    /// The text of `--version`.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lynceus " + LynceusVersion.CURRENT};
        }
    }

    private Main() {}

    static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.hasColours() ? Ansi.ON : Ansi.OFF));
        line.setExecutionExceptionHandler((exception, command, result) -> switch (exception) {
            case EngineFailure failure -> complain(failure.getMessage());
            case IllegalArgumentException refused -> complain(refused.getMessage());
            case InvalidDescription refused -> complain(refused.getMessage());
            case UncheckedIOException unreadable -> complain(unreadable.getMessage());
            default -> throw exception;
        });
        return line;
    }

    private static int complain(@Nullable String message) {
        System.err.println("lynceus: " + message);
        return FAILED;
    }
}
