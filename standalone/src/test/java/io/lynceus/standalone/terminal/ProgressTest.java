package io.lynceus.standalone.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aPlainOutputGetsOneLineAtTheEndOfAShortWork() {
        try (Progress progress = progress(200, false)) {
            progress.update(100);
            progress.update(200);
        }
        assertTrue(text().matches("sent 200 of 200 rows, [0-9,]+/s\\R"), text());
    }

    @Test
    void aTerminalGetsABarThatIsFullAtTheEnd() {
        try (Progress progress = progress(200, true)) {
            progress.update(200);
        }
        assertTrue(text().startsWith("\r" + "█".repeat(30) + " sent 200 of 200 rows"), text());
    }

    @Test
    void aWorkOfUnknownLengthHasNoBar() {
        try (Progress progress = progress(0, true)) {
            progress.update(7);
        }
        assertTrue(text().startsWith("\rsent 7 rows, "), text());
    }

    @Test
    void nothingDoneIsNotWorthALine() {
        progress(5, false).close();
        assertEquals("", text());
    }

    private Progress progress(long total, boolean terminal) {
        return new Progress("sent", "rows", total, new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
