package io.lynceus.gateway.config;

import io.lynceus.gateway.Broadcast;
import io.lynceus.gateway.ClassificationChain;
import io.lynceus.gateway.DetectionServices;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes beans of what the domain offers.
class Wiring {
    @Produces
    @Singleton
    ClassificationChain classificationChain(DetectionServices services) {
        return new ClassificationChain(services);
    }

    @Produces
    @Singleton
    Broadcast broadcast() {
        return new Broadcast();
    }
}
