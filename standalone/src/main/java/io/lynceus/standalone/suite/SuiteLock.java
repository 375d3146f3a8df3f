package io.lynceus.standalone.suite;

import io.lynceus.engines.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps a second launcher away from a data folder; the system frees it when the launcher is gone, however it ended.
///
/// The file names the holder, so the process id in it is that of a living launcher.
public final class SuiteLock implements AutoCloseable {

    /// The lock lies beyond the text, which stays readable where locks are mandatory.
    private static final long LOCKED_BYTE = 1_000_000;

    private final FileChannel channel;
    private final Path path;

    private SuiteLock(FileChannel channel, Path path) {
        this.channel = channel;
        this.path = path;
    }

    /// @throws EngineFailure naming the launcher that works on the folder already
    static SuiteLock acquire(SuiteFolder folder) {
        return tryAcquire(folder)
                .orElseThrow(() -> new EngineFailure("the suite runs on " + folder.path() + " already (process "
                        + holder(folder)
                                .map(ProcessHandle::pid)
                                .map(String::valueOf)
                                .orElse("?")
                        + "); ./lynceus stop ends it"));
    }

    public static Optional<SuiteLock> tryAcquire(SuiteFolder folder) {
        Path path = folder.lock();
        try {
            Files.createDirectories(folder.path());
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
            return Optional.of(new SuiteLock(channel, path));
        } catch (IOException e) {
            throw new EngineFailure("cannot use the data folder " + folder.path() + ": " + e.getMessage(), e);
        }
    }

    /// The launcher that holds the lock; meaningful only while [#tryAcquire] gives nothing.
    public static Optional<ProcessHandle> holder(SuiteFolder folder) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(folder.lock()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free " + path, e);
        }
    }
}
