package io.lynceus.feature;

import io.lynceus.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.lynceus.feature", "epoch", "lightcurve", "features");
    }
}
