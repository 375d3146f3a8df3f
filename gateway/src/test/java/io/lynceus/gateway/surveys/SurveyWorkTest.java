package io.lynceus.gateway.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.RawJson;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.detections.ClassificationChain;
import io.lynceus.gateway.detections.DetectionServices;
import io.lynceus.gateway.detections.HopResult;
import io.lynceus.gateway.suite.ServiceAway;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The order of the steps of a portion: claimed, worked on, finished; or given back where a step fails.
class SurveyWorkTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final List<String> steps = new ArrayList<>();
    private final Steps store = new Steps();

    private static Survey survey() {
        return new Survey(
                "s",
                Optional.empty(),
                "field.csv",
                Survey.State.RUNNING,
                List.of(),
                Optional.empty(),
                SurveyOptions.PRIVATE,
                false,
                2,
                0,
                Map.of(),
                0,
                0,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty());
    }

    /// Writes down what is asked of it; has one portion with the rows `good` and `bad`.
    private final class Steps implements Surveys, PublishedRows {
        private boolean empty;

        @Override
        public Optional<PortionClaim> claim(Duration lease) {
            assertEquals(LEASE, lease);
            steps.add("claim");
            List<SurveyRow> rows = List.of(new SurveyRow(1, List.of("good")), new SurveyRow(2, List.of("bad")));
            return empty ? Optional.empty() : Optional.of(new PortionClaim(survey(), 0, rows, "lease"));
        }

        @Override
        public void release(PortionClaim claim) {
            steps.add("release");
        }

        @Override
        public void finish(PortionClaim claim, List<RowResult> results) {
            steps.add("finish "
                    + results.stream()
                            .map(result -> result instanceof RefusedRow(String reason) ? reason : "class")
                            .toList());
        }

        @Override
        public void expect(PortionClaim claim, List<RowReading> readings) {
            steps.add("expect " + readings.size());
        }

        @Override
        public void sent(PortionClaim claim) {
            steps.add("sent");
        }

        @Override
        public boolean anyAwaited() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(List<StreamResult> results) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(Optional<String> owner, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(String id, int number, List<SurveyRow> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void loaded(String id, List<Table.Column> columns, long rows, Optional<TableMapping> mapping) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Survey> find(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Survey> of(Optional<String> owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean describe(String id, TableMapping mapping) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean start(String id, SurveyOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void share(String id, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean cancel(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ResultRow> portion(String id, int number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Refusal> refusals(String id, long after, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteAbandoned() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fail(String id, String reason) {
            throw new UnsupportedOperationException();
        }
    }

    /// Reads the cell `good` as a detection and refuses all others.
    private static final class Cells implements RowFormat {
        @Override
        public List<RowReading> read(Survey survey, List<SurveyRow> rows) {
            return rows.stream()
                    .<RowReading>map(row -> row.cells().getFirst().equals("good")
                            ? new RowReading.Readable(
                                    new AdmittedDetection("good", new SkyPosition(1, 2), RawJson.of("{}")), "digest")
                            : new RowReading.Unreadable(new RefusedRow("unreadable")))
                    .toList();
        }

        @Override
        public ClassifiedRow classified(RawJson classifiedDetection) {
            return new ClassifiedRow("AGN", Map.of("AGN", 1.0), 1, 0, OptionalDouble.empty(), List.of(), "m/1");
        }

        @Override
        public RefusedRow refused(RawJson problem) {
            return new RefusedRow("refused");
        }
    }

    private ClassificationChain chain(RuntimeException... failure) {
        return new ClassificationChain(new DetectionServices() {
            private List<HopResult> pass(String step, List<RawJson> documents) {
                steps.add(step);
                for (RuntimeException e : failure) {
                    throw e;
                }
                return documents.stream().<HopResult>map(HopResult.Passed::new).toList();
            }

            @Override
            public List<HopResult> crossmatch(List<RawJson> detections) {
                return pass("crossmatch " + detections.size(), detections);
            }

            @Override
            public List<HopResult> features(List<RawJson> enhanced, boolean history) {
                return pass("features", enhanced);
            }

            @Override
            public List<HopResult> classify(List<RawJson> featured) {
                return pass("classify", featured);
            }

            @Override
            public Set<String> conflicts(List<RawJson> detections) {
                throw new UnsupportedOperationException();
            }
        });
    }

    private static ServiceAway away() {
        return new ServiceAway("classifier-service", "is away", null);
    }

    @Test
    void portionIsClaimedClassifiedAndFinishedAndUnreadableRowsKeepTheirPlace() {
        assertTrue(new SurveyClassification(store, new Cells(), chain(), LEASE).classifyNext());
        assertEquals(List.of("claim", "crossmatch 1", "features", "classify", "finish [class, unreadable]"), steps);
    }

    @Test
    void portionIsGivenBackWhileAServiceIsAway() {
        SurveyClassification classification = new SurveyClassification(store, new Cells(), chain(away()), LEASE);
        assertThrows(ServiceAway.class, classification::classifyNext);
        assertEquals(List.of("claim", "crossmatch 1", "release"), steps);
    }

    @Test
    void faultNamesTheSurveyThatCannotGoOn() {
        SurveyClassification classification =
                new SurveyClassification(store, new Cells(), chain(new IllegalStateException("broken")), LEASE);
        SurveyFault fault = assertThrows(SurveyFault.class, classification::classifyNext);
        assertEquals("s", fault.survey());
        assertEquals(List.of("claim", "crossmatch 1", "release"), steps);
    }

    @Test
    void nothingIsDoneWithoutAPortion() {
        store.empty = true;
        assertFalse(new SurveyClassification(store, new Cells(), chain(), LEASE).classifyNext());
        assertFalse(new SurveyPublication(store, new Cells(), detections -> steps.add("send"), LEASE).sendNext());
        assertEquals(List.of("claim", "claim"), steps);
    }

    @Test
    void resultsAreExpectedBeforeTheRowsAreSentAndThePortionIsMarkedAfter() {
        SurveyPublication publication =
                new SurveyPublication(store, new Cells(), detections -> steps.add("send " + detections.size()), LEASE);
        assertTrue(publication.sendNext());
        assertEquals(List.of("claim", "expect 2", "send 1", "sent"), steps);
    }

    @Test
    void portionIsSentAgainAfterTheBrokerWasAway() {
        SurveyPublication publication = new SurveyPublication(
                store,
                new Cells(),
                detections -> {
                    throw away();
                },
                LEASE);
        assertThrows(ServiceAway.class, publication::sendNext);
        assertEquals(List.of("claim", "expect 2", "release"), steps);
    }
}
