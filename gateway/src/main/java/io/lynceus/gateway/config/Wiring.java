package io.lynceus.gateway.config;

import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.Passwords;
import io.lynceus.gateway.accounts.Recovery;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.detections.ClassificationChain;
import io.lynceus.gateway.detections.DetectionServices;
import io.lynceus.gateway.detections.DetectionStream;
import io.lynceus.gateway.stream.AlertRules;
import io.lynceus.gateway.stream.Broadcast;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.RowFormat;
import io.lynceus.gateway.surveys.SurveyClassification;
import io.lynceus.gateway.surveys.SurveyPublication;
import io.lynceus.gateway.surveys.Surveys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Wires the domain into Quarkus.
class Wiring {
    /// Time to read a portion and to store its results.
    private static final Duration SLACK = Duration.ofSeconds(10);

    /// Lease to send a portion. A broker that takes longer gets the portion twice, which does no harm.
    private static final Duration PUBLICATION = Duration.ofSeconds(60);

    @Produces
    @Singleton
    ClassificationChain classificationChain(DetectionServices services) {
        return new ClassificationChain(services);
    }

    @Produces
    @Singleton
    SurveyClassification surveyClassification(
            Surveys surveys, RowFormat format, ClassificationChain chain, GatewayConfig config) {
        // A portion calls three services, each twice at most.
        Duration longest = config.serviceTimeout().multipliedBy(2 * 3);
        return new SurveyClassification(surveys, format, chain, longest.plus(SLACK));
    }

    @Produces
    @Singleton
    SurveyPublication surveyPublication(PublishedRows rows, RowFormat format, DetectionStream stream) {
        return new SurveyPublication(rows, format, stream, PUBLICATION);
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
