package io.lynceus.standalone.suite;

import io.lynceus.standalone.terminal.Terminal;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The messages for users while the suite runs: one line per event, with time and child.
///
/// Thread-safe. Colours only on a terminal, and never where `NO_COLOR` is set.
public final class EventLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int PREFIX_COLUMNS = 10;

    private enum Colour {
        GREY("\u001b[90m"),
        YELLOW("\u001b[33m"),
        GREEN("\u001b[32m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean colours;

    EventLog(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public static EventLog onStandardOutput() {
        return new EventLog(System.out, Terminal.hasColours());
    }

    /// Something happened as it should.
    public void event(String child, String text) {
        print(child, text, Colour.GREEN);
    }

    /// Something went wrong, or a child says so.
    public void warning(String child, String text) {
        print(child, text, Colour.YELLOW);
    }

    private synchronized void print(String child, String text, Colour colour) {
        String prefix = String.format(Locale.ROOT, "%-" + PREFIX_COLUMNS + "s", child);
        out.println(paint(TIME.format(LocalTime.now()), Colour.GREY) + " " + paint(prefix, colour) + " " + text);
        out.flush();
    }

    private String paint(String text, Colour colour) {
        return colours ? colour.code + text + "\u001b[0m" : text;
    }
}
