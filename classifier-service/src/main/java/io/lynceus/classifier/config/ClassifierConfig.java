package io.lynceus.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Settings of the classifier service.
@ConfigMapping(prefix = "lynceus.classifier")
interface ClassifierConfig {
    /// Models to classify with, as `name` or `name/version`: the first that serves a detection's mission does.
    @WithDefault("csc2")
    List<String> activeModels();

    /// Models that come with the service.
    @WithDefault("csc2,csc2-paper,demo")
    List<String> shippedModels();

    /// Folder of further model documents, `*.json`; new ones are found without a restart.
    Optional<Path> modelFolder();
}
