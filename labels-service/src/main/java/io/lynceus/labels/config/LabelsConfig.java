package io.lynceus.labels.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What volunteers are asked. See [io.lynceus.labels.AskingPolicy].
@ConfigMapping(prefix = "lynceus.labels")
public interface LabelsConfig {
    /// Share of sources of known class among those that trained volunteers are asked about, in [0, 1].
    @WithDefault("0.1")
    double trainingShare();

    /// Share of the others that are chosen without regard to how much a vote would tell, in [0, 1].
    @WithDefault("0.1")
    double exploration();

    /// How long a source is held for the volunteer who was asked about it.
    @WithDefault("10M")
    Duration assignment();
}
