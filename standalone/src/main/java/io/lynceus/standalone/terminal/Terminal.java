package io.lynceus.standalone.terminal;

import java.io.Console;

/// The abilities of the terminal, if there is one.
public final class Terminal {

    private Terminal() {}

    /// Whether a person looks at the output as it is written.
    public static boolean isPresent() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Whether colours may be used (https://no-color.org).
    public static boolean hasColours() {
        String refused = System.getenv("NO_COLOR");
        return isPresent() && (refused == null || refused.isEmpty());
    }
}
