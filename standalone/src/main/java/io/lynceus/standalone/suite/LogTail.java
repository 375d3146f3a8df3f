package io.lynceus.standalone.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Follows a child's log and repeats its warnings and errors in the suite's own, a few at a time.
final class LogTail implements AutoCloseable {

    private static final Pattern WORTH_READING = Pattern.compile("\\b(WARN|ERROR|FATAL|PANIC)\\b");
    private static final Pattern TIME = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d\\S* ");
    private static final int LINE_LIMIT = 300;
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MOST_BYTES = 1 << 20;
    private static final int LINES_PER_BURST = 3;
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String child;
    private final Path file;
    private final EventLog log;
    private final Thread follower;
    private volatile boolean closed;

    private long burstStart = System.nanoTime();
    private int linesInBurst;

    LogTail(String child, Path file, EventLog log) {
        this.child = child;
        this.file = file;
        this.log = log;
        this.follower = Thread.ofPlatform().daemon().name("tail-" + child).start(this::follow);
    }

    private void follow() {
        long position = 0;
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            if (Files.exists(file)) {
                position = repeatFrom(position);
            }
        }
    }

    private long repeatFrom(long position) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] fresh = new byte[(int) Math.min(open.length() - position, MOST_BYTES)];
            open.seek(position);
            open.readFully(fresh);
            int end = fresh.length == MOST_BYTES ? MOST_BYTES : lastLineEnd(fresh);
            new String(fresh, 0, end, StandardCharsets.UTF_8).lines().forEach(this::repeat);
            return position + end;
        } catch (IOException e) {
            log.warning(child, "cannot read its log: " + e.getMessage());
            return position;
        }
    }

    private static int lastLineEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void repeat(String line) {
        if (!WORTH_READING.matcher(line).find()) {
            return;
        }
        if (System.nanoTime() - burstStart > BURST_NANOS) {
            if (linesInBurst > LINES_PER_BURST) {
                log.warning(child, (linesInBurst - LINES_PER_BURST) + " more in " + file);
            }
            burstStart = System.nanoTime();
            linesInBurst = 0;
        }
        linesInBurst++;
        if (linesInBurst <= LINES_PER_BURST) {
            String text = TIME.matcher(line).replaceFirst("");
            log.warning(child, text.length() > LINE_LIMIT ? text.substring(0, LINE_LIMIT) + "..." : text);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(follower);
    }
}
