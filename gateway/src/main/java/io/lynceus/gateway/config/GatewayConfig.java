package io.lynceus.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the gateway.
@ConfigMapping(prefix = "lynceus.gateway")
public interface GatewayConfig {
    /// Timeout of one call to a service.
    @WithDefault("10s")
    Duration serviceTimeout();

    /// Time that an open circuit breaker waits before it lets a call through again.
    @WithDefault("2s")
    Duration breakerDelay();

    /// Maximum size of a request body [bytes].
    @WithDefault("8388608")
    int maxBodyBytes();

    /// Maximum size of a file of votes, and of an unpacked catalogue [bytes].
    @WithDefault("1073741824")
    long maxFileBytes();

    /// Maximum number of rows of an uploaded catalogue.
    @WithDefault("2000000")
    long maxSurveyRows();

    /// Maximum number of rows of a table of sources. A cone search or a download says when there are more.
    @WithDefault("100000")
    int maxTableRows();

    /// Public address of the gateway, e.g. `https://lynceus.example.org`; the address of the request if not set. Logins
    /// at a provider need it, and so does the Virtual Observatory behind a proxy.
    Optional<URI> publicUrl();

    /// Kinds of GCN notices, in place of those that come with the suite.
    Optional<Path> noticesFile();

    /// Interval of heartbeats on an event stream without events.
    @WithDefault("15s")
    Duration heartbeat();

    /// Maximum number of events that a client may lag behind. Above it the stream is ended; the client can reconnect.
    @WithDefault("2000")
    int streamBufferEvents();

    /// Maximum number of records replayed to a reconnecting client. Older ones are reported as skipped.
    @WithDefault("100000")
    long streamReplayRecords();

    /// Maximum number of simultaneous replays; other clients wait.
    @WithDefault("8")
    int streamReplays();

    /// Maximum duration of a replay. Then the client is disconnected, and can reconnect at its place.
    @WithDefault("60s")
    Duration streamReplayTime();

    /// Maximum number of catalogues of a user.
    @WithDefault("100")
    int maxSurveys();

    /// Maximum number of rows of a published catalogue on the stream without a result, in portions of 500. Detections
    /// of others wait for at most these.
    @WithDefault("4000")
    int publishedRowsUnderWay();
}
