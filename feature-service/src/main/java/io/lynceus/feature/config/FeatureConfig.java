package io.lynceus.feature.config;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of the feature service.
@ConfigMapping(prefix = "lynceus.feature")
interface FeatureConfig {
    /// File of the reference band, counterpart cutoffs and passband shifts; absent: the one shipped,
    /// `feature-rules.yaml`. The missions are in `lynceus.missions-file`.
    Optional<Path> rulesFile();
}
