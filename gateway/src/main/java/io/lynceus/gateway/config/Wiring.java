package io.lynceus.gateway.config;

import io.lynceus.gateway.ClassificationChain;
import io.lynceus.gateway.DetectionServices;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.Passwords;
import io.lynceus.gateway.accounts.Recovery;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.rest.notice.NoticeKinds;
import io.lynceus.gateway.stream.AlertRules;
import io.lynceus.gateway.stream.Broadcast;
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
    NoticeKinds noticeKinds(GatewayConfig config) {
        return config.noticesFile().map(NoticeKinds::read).orElseGet(NoticeKinds::shipped);
    }

    @Produces
    @Singleton
    Membership membership(Accounts accounts, Passwords passwords, AccountsConfig config) {
        return new Membership(accounts, passwords, config.firstOperatorCode());
    }

    @Produces
    @Singleton
    Recovery recovery(RecoveryCodes codes, Passwords passwords) {
        return new Recovery(codes, passwords);
    }

    @Produces
    @Singleton
    AlertRules alertRules(AlertsConfig alerts) {
        return new AlertRules(
                alerts.outlierShare(), alerts.variableDex(), alerts.ulxLogLuminosity(), alerts.tdePhotonIndex());
    }

    @Produces
    @Singleton
    Broadcast broadcast() {
        return new Broadcast();
    }
}
