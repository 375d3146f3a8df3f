package io.lynceus.gateway.services;

import io.lynceus.contracts.CanonicalDigest;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.DetectionStream;
import io.lynceus.gateway.DetectionStream.Admitted;
import io.lynceus.gateway.JsonDocument;
import io.lynceus.gateway.surveys.PublishedRows;
import io.lynceus.gateway.surveys.PublishedRows.Departure;
import io.lynceus.gateway.surveys.PublishedRows.Load;
import io.lynceus.gateway.surveys.RowResult.Refused;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyFault;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.MappedRow;
import io.lynceus.tables.RowRefused;
import io.lynceus.tables.TableMapping;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts the rows of published surveys on the stream, a portion at a time; what becomes of them is for those who read
/// it.
/// While the broker is away a survey waits.
@ApplicationScoped
class SurveyPublisher {
    private final PublishedRows rows;
    private final SurveyLoop loop;
    private final DetectionStream stream;

    SurveyPublisher(PublishedRows rows, SurveyLoop loop, DetectionStream stream) {
        this.rows = rows;
        this.loop = loop;
        this.stream = stream;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        loop.run(() -> rows.send(this::load));
    }

    private Load load(Survey survey, List<SurveyRow> portion) {
        try {
            return read(survey, portion);
        } catch (RuntimeException e) {
            throw new SurveyFault(survey.id(), e);
        }
    }

    private Load read(Survey survey, List<SurveyRow> portion) {
        TableMapping mapping = survey.mapping().orElseThrow();
        Map<String, Integer> indices = mapping.indices(survey.columnNames());
        List<Departure> departures = new ArrayList<>(portion.size());
        List<Admitted> detections = new ArrayList<>(portion.size());
        for (SurveyRow row : portion) {
            try {
                Detection detection = new MappedRow(mapping, indices, row.cells()).detection();
                byte[] document = Wire.write(detection.withSchema());
                SkyPosition position = new SkyPosition(
                        detection.position().raDeg(), detection.position().decDeg());
                detections.add(new Admitted(detection.id(), position, JsonDocument.of(document)));
                departures.add(new Departure.Leaves(CanonicalDigest.of(Wire.tree(document))));
            } catch (RowRefused e) {
                departures.add(new Departure.Stays(new Refused(String.valueOf(e.getMessage()))));
            }
        }
        return new Load(departures, () -> stream.send(detections));
    }
}
