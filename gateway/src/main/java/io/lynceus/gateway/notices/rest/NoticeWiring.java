package io.lynceus.gateway.notices.rest;

import io.lynceus.gateway.config.GatewayConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Reads the kinds of notices once, when the gateway starts.
class NoticeWiring {
    @Produces
    @Singleton
    NoticeKinds noticeKinds(GatewayConfig config) {
        return config.noticesFile().map(NoticeKinds::read).orElseGet(NoticeKinds::shipped);
    }
}
