package io.lynceus.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Follows a child's log and repeats its warnings and errors in the suite's own, a few at a time.
final class LogTail implements AutoCloseable {

    private static final Pattern WORTH_READING = Pattern.compile("\\b(WARN|ERROR|FATAL|PANIC)\\b");
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
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
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
                byte[] fresh = new byte[(int) Math.min(open.length() - position, 1 << 20)];
                open.seek(position);
                open.readFully(fresh);
                int end = lastLineEnd(fresh);
                position += end;
                new String(fresh, 0, end, StandardCharsets.UTF_8).lines().forEach(this::repeat);
            } catch (IOException e) {
                // Not written yet: the next look will tell.
                continue;
            }
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
            log.warning(child, line);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(follower);
    }
}
