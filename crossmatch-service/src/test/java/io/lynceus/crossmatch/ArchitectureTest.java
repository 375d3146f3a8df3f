package io.lynceus.crossmatch;

import io.lynceus.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.lynceus.crossmatch", "match", "detection", "catalogue", "surroundings", "source");
    }
}
