package io.lynceus.gateway.surveys.schedule;

import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.gateway.surveys.SurveyClassification;
import io.lynceus.gateway.surveys.SurveyFault;
import io.lynceus.gateway.surveys.SurveyPublication;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.StorageFault;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Moves the surveys on, every second, for as long as there is a portion of rows to work on.
///
/// Surveys wait while a service or the broker is away. A survey that cannot go on ends; the others go on at the next
/// call.
@ApplicationScoped
class SurveyTimer {
    private static final Logger LOG = Logger.getLogger(SurveyTimer.class);

    private final Surveys surveys;
    private final SurveyClassification classification;
    private final SurveyPublication publication;

    SurveyTimer(Surveys surveys, SurveyClassification classification, SurveyPublication publication) {
        this.surveys = surveys;
        this.classification = classification;
        this.publication = publication;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void classify() {
        run(classification::classifyNext);
    }

    /// The services of a portion work one after the other: a second portion keeps them all busy.
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void classifyBeside() {
        run(classification::classifyNext);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publish() {
        run(publication::sendNext);
    }

    @Scheduled(every = "1h")
    @RunOnVirtualThread
    void deleteAbandoned() {
        surveys.deleteAbandoned();
    }

    /// @param next works on one portion; false if there was none
    private void run(BooleanSupplier next) {
        try {
            while (next.getAsBoolean()) {}
        } catch (SurveyFault e) {
            LOG.errorf(e, "survey %s cannot go on", e.survey());
            surveys.fail(e.survey(), String.valueOf(e.getMessage()));
        } catch (ServiceAway | StorageFault e) {
            LOG.warnf("surveys wait: %s", e.getMessage());
        }
    }
}
