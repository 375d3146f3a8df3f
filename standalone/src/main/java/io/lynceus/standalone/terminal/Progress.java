package io.lynceus.standalone.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// How far a long work has come: a bar that redraws itself on a terminal, a plain line now and then elsewhere.
///
/// Not thread-safe.
public final class Progress implements AutoCloseable {
    private static final int BAR_CELLS = 30;
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration PLAIN_LINE = Duration.ofSeconds(5);

    private final String work;
    private final String unit;
    private long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long lastShown;
    private long done;
    private boolean shown;

    /// @param work name of the work, as in `streaming`
    /// @param unit name of the counted things, in the plural
    /// @param total number expected; 0 where unknown
    public Progress(String work, String unit, long total) {
        this(work, unit, total, System.out, Terminal.isPresent());
    }

    Progress(String work, String unit, long total, PrintStream out, boolean terminal) {
        this.work = work;
        this.unit = unit;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.lastShown = begin;
    }

    /// @param count done so far, of the total
    public void update(long count) {
        done = count;
        long now = System.nanoTime();
        if (now - lastShown >= (terminal ? REDRAW : PLAIN_LINE).toNanos()) {
            lastShown = now;
            show();
        }
    }

    /// @param count done so far, of a total that is known only now; 0 where still unknown
    public void update(long count, long expected) {
        total = expected;
        update(count);
    }

    /// Shows where it ended.
    @Override
    public void close() {
        if (done > 0 || shown) {
            show();
            if (terminal) {
                out.println();
            }
        }
    }

    private void show() {
        shown = true;
        double seconds = (System.nanoTime() - begin) / 1e9;
        String text = String.format(
                Locale.ROOT,
                "%s %,d%s %s, %,.0f/s",
                work,
                done,
                total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "",
                unit,
                done / seconds);
        if (terminal) {
            out.print("\r" + (total > 0 ? bar() + " " : "") + text + "\u001B[K");
            out.flush();
        } else {
            out.println(text);
        }
    }

    private String bar() {
        int full = (int) Math.min(BAR_CELLS, BAR_CELLS * done / total);
        return "█".repeat(full) + "░".repeat(BAR_CELLS - full);
    }
}
