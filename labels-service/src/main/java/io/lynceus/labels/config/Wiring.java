package io.lynceus.labels.config;

import io.lynceus.labels.ConsensusMethod;
import io.lynceus.labels.MajorityMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/// Makes beans of what the domain offers.
class Wiring {
    @Produces
    @ApplicationScoped
    ConsensusMethod consensusMethod() {
        return new MajorityMethod();
    }
}
