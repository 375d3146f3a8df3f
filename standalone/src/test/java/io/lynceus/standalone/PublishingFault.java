package io.lynceus.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.Suite;
import io.lynceus.standalone.suite.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A catalogue that is published while gateway, database and broker are killed, one after the other.
record PublishingFault(Suite suite) {
    private static final Duration LIMIT = Duration.ofSeconds(240);
    private static final int ROWS = 2_500;

    /// The golden angle: places far from each other and from those of the survey.
    private static final double STEP_DEG = 137.50776;

    void killWhileACatalogueIsPublished() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String id = sent(
                            http,
                            request("/api/v1/surveys?name=fault.csv")
                                    .header("Content-Type", "application/octet-stream")
                                    .POST(BodyPublishers.ofString(catalogue())))
                    .path("id")
                    .textValue();
            String survey = "/api/v1/surveys/" + id;
            sent(http, request(survey + "/start?publish=true").POST(BodyPublishers.noBody()));
            int before = 0;
            for (String victim : List.of(Service.GATEWAY.shortName(), "postgres", "kafka")) {
                int known = before;
                TopicWatch.await(() -> done(http, survey) > known, LIMIT, () -> "no row after " + known);
                before = done(http, survey);
                assertTrue(before < ROWS, () -> "nothing was on its way when " + victim + " was to be killed");
                FaultsIT.kill(process(victim));
                System.out.println("killed " + victim + " with " + (ROWS - before) + " rows of a catalogue to come");
            }
            TopicWatch.await(() -> done(http, survey) >= ROWS, LIMIT, () -> "done: " + done(http, survey));
            JsonNode survived = get(http, survey);
            assertEquals("done", survived.path("state").textValue());
            assertEquals(ROWS, survived.path("classified").intValue());
            assertEveryRowHasItsClass(http, survey);
        }
    }

    private static String catalogue() {
        return "name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> String.format(
                                Locale.ROOT,
                                "fault-%d,%.5f,%.5f,0.8,5.5,1e-15,2e-16,,,3e-15,1e-15,0.9,%n",
                                row,
                                row * STEP_DEG % 360,
                                -80 + 160.0 * row / ROWS))
                        .collect(Collectors.joining());
    }

    private void assertEveryRowHasItsClass(HttpClient http, String survey) throws SQLException {
        List<String> rows = new ArrayList<>();
        JsonNode portion = get(http, survey + "/rows?portion=0");
        while (true) {
            portion.path("rows")
                    .forEach(row -> rows.add(row.path("cells").path(0).textValue() + " "
                            + row.path("class").textValue()));
            if (!portion.has("next_portion")) {
                break;
            }
            portion = get(
                    http,
                    survey + "/rows?portion=" + portion.path("next_portion").intValue());
        }
        List<String> classified = FaultsIT.column(suite, Service.CLASSIFIER, """
                SELECT DISTINCT detection_id || ' ' || class FROM classifications WHERE detection_id LIKE 'fault-%'""");
        assertEquals(
                classified.stream().sorted().toList(), rows.stream().sorted().toList());
        assertEquals(ROWS, rows.size());
    }

    private SupervisedProcess process(String name) {
        return suite.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int done(HttpClient http, String survey) {
        return get(http, survey).path("done").intValue();
    }

    private JsonNode get(HttpClient http, String path) {
        return sent(http, request(path));
    }

    /// Until it is answered: whoever is asked may just have been killed.
    private static JsonNode sent(HttpClient http, HttpRequest.Builder request) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<byte[]> reply = http.send(request.build(), BodyHandlers.ofByteArray());
                if (reply.statusCode() < 300) {
                    return Wire.tree(reply.body());
                }
                last = reply.statusCode() + " " + new String(reply.body(), StandardCharsets.UTF_8);
                Thread.sleep(200);
            } catch (IOException e) {
                last = String.valueOf(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(last);
    }

    private HttpRequest.Builder request(String path) {
        URI gateway = suite.uri(Service.GATEWAY);
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
    }
}
