package io.lynceus.gateway;

import io.lynceus.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.lynceus.gateway", "suite", "accounts", "detections", "stream", "surveys");
    }
}
