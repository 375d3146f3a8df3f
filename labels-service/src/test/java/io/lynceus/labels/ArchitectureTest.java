package io.lynceus.labels;

import io.lynceus.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.lynceus.labels", "consensus", "conduct", "voting", "people", "asking", "discussion", "exchange");
    }
}
