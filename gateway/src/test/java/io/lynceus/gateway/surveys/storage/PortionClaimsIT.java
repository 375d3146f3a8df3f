package io.lynceus.gateway.surveys.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.RawJson;
import io.lynceus.engines.Database;
import io.lynceus.gateway.detections.AdmittedDetection;
import io.lynceus.gateway.surveys.PortionClaim;
import io.lynceus.gateway.surveys.PublishedRows.StreamResult;
import io.lynceus.gateway.surveys.RowReading;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.SurveyOptions;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.sky.SkyPosition;
import io.lynceus.tables.TableMapping;
import io.lynceus.testing.ReactiveDatabase;
import io.lynceus.testing.SharedEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two gateways and one portion: the lease decides which of them counts.
class PortionClaimsIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final SurveyOptions PUBLISHED = new SurveyOptions(false, true);
    private static final TableMapping MAPPING = TableMapping.read("""
            {"title": "t", "columns": {"id": "name", "ra_deg": "ra", "dec_deg": "dec", "error_major_arcsec": "err"},
             "defaults": {"mission": "Chandra"},
             "bands": {"broad": {"low_kev": 0.5, "high_kev": 7, "flux_cgs": "flux"}}}
            """.getBytes(StandardCharsets.UTF_8));

    private static ReactiveDatabase reactive;

    private final Transactions transactions = new Transactions(reactive.sessions(), reactive.pool(), reactive.vertx());
    private final PortionClaims claims = new PortionClaims(transactions);
    private final PostgresSurveys surveys = new PostgresSurveys(transactions, claims);
    private final PostgresPublishedRows published = new PostgresPublishedRows(transactions, claims, 1);
    private final String survey = surveys.open(Optional.empty(), "field.csv");

    @BeforeAll
    static void migrate() {
        Database database = SharedEngines.ofThisJvm().database("portion_claims");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        reactive = new ReactiveDatabase(database, SurveyEntity.class, PortionEntity.class);
    }

    @AfterAll
    static void close() {
        reactive.close();
    }

    @AfterEach
    void delete() {
        surveys.delete(survey);
    }

    private void start(SurveyOptions options) {
        surveys.add(survey, 0, List.of(new SurveyRow(1, List.of("a"))));
        surveys.loaded(survey, List.of(), 1, Optional.of(MAPPING));
        assertTrue(surveys.start(survey, options));
    }

    private Survey found() {
        return surveys.find(survey).orElseThrow();
    }

    @Test
    void portionIsClaimedOnceAndFreeAgainAfterItsRelease() {
        start(SurveyOptions.PRIVATE);
        PortionClaim first = surveys.claim(LONG).orElseThrow();
        assertEquals(survey, first.survey().id());
        assertEquals(List.of(new SurveyRow(1, List.of("a"))), first.rows());
        assertEquals(Optional.empty(), surveys.claim(LONG));
        surveys.release(first);
        assertTrue(surveys.claim(LONG).isPresent());
    }

    @Test
    void portionOfAGatewayThatDiedIsFreeAfterItsLeaseAndLateResultsAreDiscarded() {
        start(SurveyOptions.PRIVATE);
        PortionClaim dead = surveys.claim(OVER).orElseThrow();
        PortionClaim second = surveys.claim(LONG).orElseThrow();
        surveys.finish(dead, List.of(new RefusedRow("late")));
        assertEquals(0, found().done());
        surveys.finish(second, List.of(new RefusedRow("in time")));
        surveys.finish(second, List.of(new RefusedRow("again")));
        assertEquals(1, found().refused());
        assertEquals(Survey.State.DONE, found().state());
        assertEquals("in time", surveys.refusals(survey, 0, 10).getFirst().reason());
    }

    @Test
    void resultsByAFormerMappingAreDiscarded() {
        start(SurveyOptions.PRIVATE);
        PortionClaim claim = surveys.claim(LONG).orElseThrow();
        surveys.cancel(survey);
        assertTrue(surveys.describe(survey, MAPPING));
        surveys.finish(claim, List.of(new RefusedRow("by the former mapping")));
        assertEquals(0, found().done());
    }

    @Test
    void lostClaimOfAPublishedPortionExpectsAndMarksNothing() {
        start(PUBLISHED);
        assertEquals(Optional.empty(), surveys.claim(LONG));
        PortionClaim lost = published.claim(OVER).orElseThrow();
        PortionClaim second = published.claim(LONG).orElseThrow();
        List<RowReading> readings = List.of(new RowReading.Readable(
                new AdmittedDetection("a", new SkyPosition(1, 2), RawJson.of("{}")), "digest-" + survey));
        published.expect(second, readings);
        published.sent(second);
        published.keep(List.of(new StreamResult("digest-" + survey, new RefusedRow("refused on the way"))));
        assertEquals(1, found().refused());
        published.expect(lost, readings);
        published.sent(lost);
        published.keep(List.of(new StreamResult("digest-" + survey, new RefusedRow("counted twice"))));
        assertEquals(1, found().refused());
        assertFalse(published.anyAwaited());
    }
}
