package io.lynceus.engines;

import java.util.concurrent.CompletableFuture;

/// A server that runs as a child process until it is closed or killed.
///
/// 1. It answers on its port as soon as its start method returns.
/// 2. It accepts connections from this machine only (127.0.0.1).
/// 3. `onExit` completes once the process is gone, for whatever cause.
/// 4. Starting again on the same data folder keeps the written data.
public interface Engine extends AutoCloseable {

    /// Process id of the server.
    long pid();

    /// Port on 127.0.0.1, 1 to 65535.
    int port();

    /// Completes with the exit status when the server's process is gone.
    CompletableFuture<Integer> onExit();

    /// Ends the server as SIGKILL does: at once, with no chance to tidy up.
    void kill();

    /// Ends the server in good order and frees its port; a temporary data folder is deleted.
    @Override
    void close();
}
