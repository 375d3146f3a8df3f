package io.lynceus.labels.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What volunteers are asked ([io.lynceus.labels.asking.AskingPolicy]), and how fast they may answer and comment
/// ([io.lynceus.labels.conduct.RateLimits]).
@ConfigMapping(prefix = "lynceus.labels")
public interface LabelsConfig {
    /// Share of sources of known class among those that trained volunteers are asked about, in [0, 1].
    @WithDefault("0.1")
    double trainingShare();

    /// Share of the others that are chosen without regard to how much a vote would tell, in [0, 1].
    @WithDefault("0.1")
    double exploration();

    /// Time that a source is held for the volunteer that was asked about it.
    @WithDefault("10M")
    Duration assignment();

    /// Votes of one user in [#votesPeriod()]. Nobody looks at one source a second for a minute.
    @WithDefault("60")
    int votesLimit();

    @WithDefault("1M")
    Duration votesPeriod();

    /// Comments of one user in [#commentsPeriod()].
    @WithDefault("10")
    int commentsLimit();

    @WithDefault("10M")
    Duration commentsPeriod();

    /// Reports of one user in [#reportsPeriod()].
    @WithDefault("20")
    int reportsLimit();

    @WithDefault("1H")
    Duration reportsPeriod();

    /// Reports that hide a comment until a moderator looks at it.
    @WithDefault("3")
    int reportsThatHide();
}
