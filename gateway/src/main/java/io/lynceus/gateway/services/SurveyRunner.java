package io.lynceus.gateway.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.ClassificationChain;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.Outcome;
import io.lynceus.gateway.ServiceAway;
import io.lynceus.gateway.surveys.ClassificationReader;
import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.Refused;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyFault;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.runtime.storage.StorageFault;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Takes surveys that are not published through the services, a portion at a time.
///
/// They are somebody's own, so they do not go over the topics, which everybody may read: their rows are asked about as
/// `POST /api/v1/classify` asks, and nothing is stored but what became of them. While a service is away a survey waits.
@ApplicationScoped
class SurveyRunner {
    private final Surveys surveys;
    private final SurveyLoop loop;
    private final ClassificationChain chain;
    private final ClassificationReader classifications;

    SurveyRunner(Surveys surveys, SurveyLoop loop, ClassificationChain chain, ClassificationReader classifications) {
        this.surveys = surveys;
        this.loop = loop;
        this.chain = chain;
        this.classifications = classifications;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        work();
    }

    /// The services of a portion work one after the other: a second portion keeps them all busy.
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void runBeside() {
        work();
    }

    @Scheduled(every = "1h")
    @RunOnVirtualThread
    void deleteAbandoned() {
        surveys.deleteAbandoned();
    }

    private void work() {
        loop.run(() -> surveys.work(this::classify));
    }

    private List<RowResult> classify(Survey survey, List<SurveyRow> rows) {
        try {
            TableMapping mapping = survey.mapping().orElseThrow();
            Map<String, Integer> indices = mapping.indices(survey.columnNames());
            List<Outcome> detections = rows.stream()
                    .map(row -> detection(new MappedRow(mapping, indices, row.cells())))
                    .toList();
            return chain.classify(detections, survey.course().history()).stream()
                    .map(this::result)
                    .toList();
        } catch (ServiceAway | StorageFault e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SurveyFault(survey.id(), e);
        }
    }

    private static Outcome detection(MappedRow row) {
        try {
            return new Outcome.Passed(JsonDocument.of(Wire.write(row.detection().withSchema())));
        } catch (RowRefused e) {
            return new Outcome.Refused(JsonDocument.of(
                    Wire.write(Problem.invalid(String.valueOf(e.getMessage())).document())));
        }
    }

    private RowResult result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed(JsonDocument classified) -> classifications.read(classified.utf8());
            case Outcome.Refused(JsonDocument problem) -> {
                JsonNode document = Wire.tree(problem.utf8());
                yield new Refused(
                        document.path("detail").asText(document.path("title").asText()));
            }
        };
    }
}
