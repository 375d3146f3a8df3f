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
    /// How long a service may take for one call.
    @WithDefault("10s")
    Duration serviceTimeout();

    /// How long a service that failed is left alone before it is asked again.
    @WithDefault("2s")
    Duration breakerDelay();

    /// Largest request body that is taken from outside [bytes].
    @WithDefault("8388608")
    int maxBodyBytes();

    /// Largest file of votes, or catalogue once it is unpacked, that is taken from outside [bytes].
    @WithDefault("1073741824")
    long maxFileBytes();

    /// Most rows of a catalogue that is taken from outside.
    @WithDefault("2000000")
    long maxSurveyRows();

    /// Most rows of a table of sources: a cone search or a download says when there are more.
    @WithDefault("100000")
    int maxTableRows();

    /// Address by which the world reaches the gateway, e.g. `https://lynceus.example.org`; that of the request if not
    /// set. Behind a proxy, the Virtual Observatory needs it; logins at a provider always do.
    Optional<URI> publicUrl();

    /// Kinds of GCN notices, in place of those that come with the suite.
    Optional<Path> noticesFile();

    /// Time between two signs of life on an event stream without events.
    @WithDefault("15s")
    Duration heartbeat();

    /// Events that a client may lag behind before its stream is ended; it can come back.
    @WithDefault("2000")
    int streamBufferEvents();

    /// Records of the past that a client who comes back to the stream may be told; of older ones it hears only that
    /// they were skipped.
    @WithDefault("100000")
    long streamReplayRecords();

    /// Clients that are told the past at the same time; others wait.
    @WithDefault("8")
    int streamReplays();

    /// How long a client is told the past before it is disconnected; it can come back to where it was.
    @WithDefault("60s")
    Duration streamReplayTime();

    /// Most catalogues that one person may keep.
    @WithDefault("100")
    int maxSurveys();

    /// Most rows of one published catalogue that are on the stream without an answer, in portions of 500: detections
    /// of others wait for these at most.
    @WithDefault("4000")
    int publishedRowsUnderWay();
}
