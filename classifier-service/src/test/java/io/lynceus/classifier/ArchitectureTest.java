package io.lynceus.classifier;

import io.lynceus.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.lynceus.classifier", "feature", "model", "scoring", "fitting", "evaluation", "training");
    }
}
