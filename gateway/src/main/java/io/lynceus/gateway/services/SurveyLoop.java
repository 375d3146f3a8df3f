package io.lynceus.gateway.services;

import io.lynceus.gateway.ServiceAway;
import io.lynceus.gateway.surveys.SurveyFault;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.storage.StorageFault;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Goes on with surveys for as long as there is something to do. While a service is away they wait; one that cannot go
/// on ends, and the others go on at the next call.
@Singleton
class SurveyLoop {
    private static final Logger LOG = Logger.getLogger(SurveyLoop.class);

    private final Surveys surveys;

    SurveyLoop(Surveys surveys) {
        this.surveys = surveys;
    }

    /// @param next does one thing; false if there was none to do
    void run(BooleanSupplier next) {
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
