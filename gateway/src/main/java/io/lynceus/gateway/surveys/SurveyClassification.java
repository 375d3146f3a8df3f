package io.lynceus.gateway.surveys;

import io.lynceus.gateway.detections.ClassificationChain;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.gateway.surveys.RowReading.Readable;
import io.lynceus.gateway.surveys.RowReading.Unreadable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Classifies private surveys, one portion of rows after the other.
///
/// Their rows go over no topic, which everybody may read: the services are asked as `POST /api/v1/classify` asks, and
/// only the results are stored.
public final class SurveyClassification {
    private final Surveys surveys;
    private final RowFormat format;
    private final ClassificationChain chain;
    private final Duration lease;

    /// @param lease longer than a portion takes; after that time the portion of a gateway that died is free again
    public SurveyClassification(Surveys surveys, RowFormat format, ClassificationChain chain, Duration lease) {
        this.surveys = surveys;
        this.format = format;
        this.chain = chain;
        this.lease = lease;
    }

    /// Classifies the next portion of any private survey that runs.
    ///
    /// @return false if there is none
    /// @throws ServiceAway if a service gives no answer; the portion waits
    /// @throws SurveyFault if the survey cannot go on
    public boolean classifyNext() {
        Optional<PortionClaim> claimed = surveys.claim(lease);
        claimed.ifPresent(claim -> surveys.finish(claim, results(claim)));
        return claimed.isPresent();
    }

    private List<RowResult> results(PortionClaim claim) {
        try {
            return classify(claim.survey(), claim.rows());
        } catch (ServiceAway e) {
            surveys.release(claim);
            throw e;
        } catch (RuntimeException e) {
            surveys.release(claim);
            throw new SurveyFault(claim.survey().id(), e);
        }
    }

    private List<RowResult> classify(Survey survey, List<SurveyRow> rows) {
        List<RowReading> readings = format.read(survey, rows);
        List<HopResult> detections = readings.stream()
                .filter(Readable.class::isInstance)
                .<HopResult>map(reading ->
                        new HopResult.Passed(((Readable) reading).detection().document()))
                .toList();
        Iterator<HopResult> results =
                chain.classify(detections, survey.options().history()).iterator();
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Readable readable -> result(results.next());
                    case Unreadable(RowResult.RefusedRow refused) -> refused;
                })
                .toList();
    }

    private RowResult result(HopResult result) {
        return switch (result) {
            case HopResult.Passed(var classified) -> format.classified(classified);
            case HopResult.Rejected(var problem) -> format.refused(problem);
        };
    }
}
