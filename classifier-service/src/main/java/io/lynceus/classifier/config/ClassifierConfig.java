package io.lynceus.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Settings of the classifier service.
@ConfigMapping(prefix = "lynceus.classifier")
interface ClassifierConfig {
    /// Active models, as `name` or `name/version`. The first that serves a detection's mission classifies it.
    @WithDefault("csc2")
    List<String> activeModels();

    /// Models shipped with the service.
    @WithDefault("csc2,csc2-paper,demo")
    List<String> shippedModels();

    /// Folder of further model documents, `*.json`. New files are found without a restart.
    Optional<Path> modelFolder();
}
