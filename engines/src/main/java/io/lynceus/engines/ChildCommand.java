package io.lynceus.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How to start a child process, and how to find it again if its parent was killed.
///
/// @param name for people, as in `kafka`
/// @param line program and arguments; one of them names `folder`, which is how a leftover is recognised
/// @param environment variables set besides the inherited ones
/// @param log file that its output is appended to
/// @param folder where it works; its process is remembered there in `<name>.pid`
/// @param temporary whether the folder is deleted with the child
/// @param stopSignal signal that ends it in good order
public record ChildCommand(
        String name,
        List<String> line,
        Map<String, String> environment,
        Path log,
        Path folder,
        boolean temporary,
        StopSignal stopSignal) {

    /// Signals that end a process in good order: PostgreSQL waits for its clients on TERM, but not on INT.
    public enum StopSignal {
        TERM,
        INT
    }

    public ChildCommand {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("command line of " + name + " is empty");
        }
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
        log = log.toAbsolutePath();
        folder = folder.toAbsolutePath();
        String mark = folder.toString();
        if (line.stream().noneMatch(argument -> argument.contains(mark))) {
            throw new IllegalArgumentException("command line of " + name + " does not name its folder " + mark);
        }
    }

    PidFile pidFile() {
        return new PidFile(folder, name);
    }
}
