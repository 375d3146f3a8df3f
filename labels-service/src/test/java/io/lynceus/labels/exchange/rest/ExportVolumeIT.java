package io.lynceus.labels.exchange.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.labels.NothingSends;
import io.lynceus.runtime.storage.Transactions;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Exports of many votes: a few here, a million with `-Dlynceus.export.votes=1000000`; says how long each took and the
/// peak of the heap.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@TestProfile(NothingSends.class)
class ExportVolumeIT {
    private static final int VOTES = Integer.getInteger("lynceus.export.votes", 2_000);
    private static final int VOTES_PER_SOURCE = 100;
    private static final double MEBIBYTE = 1 << 20;
    private static final double SECOND_NS = 1e9;

    /// Nobody is asked about these sources: other tests share the database.
    private static final List<String> FILL = List.of("""
            INSERT INTO subjects
                (source_id, name, ra_deg, dec_deg, class, probabilities, activation, revision, retired, votes)
            SELECT 'lx-volume-' || n, 'lx-volume-' || n, 10, 20, 'AGN', '{}', 1, 1, true, 100
            FROM generate_series(0, $1::int - 1) AS n
            """, """
            INSERT INTO votes (source_id, voter, answer, comment, cast_at, time_spent_s)
            SELECT 'lx-volume-' || source, 'volume-' || voter, 'XRB', 'It varies, as the light curve shows', now(), 12.5
            FROM generate_series(0, $1::int - 1) AS source, generate_series(1, 100) AS voter
            """);

    @Inject
    Transactions transactions;

    @TestHTTPResource("/exports/votes")
    URI votes;

    @Test
    void tableOfAllVotesStreams() throws Exception {
        for (String fill : FILL) {
            transactions.withConnection(connection -> connection
                    .preparedQuery(fill)
                    .executeAndAwait(Tuple.of(VOTES / VOTES_PER_SOURCE))
                    .rowCount());
        }
        assertEquals(VOTES, measured("csv", ExportVolumeIT::rows));
        assertEquals("PAR1", measured("parquet", ExportVolumeIT::magic));
    }

    private static long rows(InputStream csv) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.contains(",lx-volume-")).count();
        }
    }

    private static String magic(InputStream parquet) throws IOException {
        String magic = new String(parquet.readNBytes(4), StandardCharsets.US_ASCII);
        parquet.transferTo(OutputStream.nullOutputStream());
        return magic;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream in) throws IOException;
    }

    private <T> T measured(String format, Reading<T> reading) throws Exception {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = used(heap);
        long begin = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream in = client.send(
                                HttpRequest.newBuilder(URI.create(votes + "?format=" + format))
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            T result = reading.of(in);
            System.out.printf(
                    "%,d votes as %s: %.1f s, heap %.0f MiB before, peak of the pools %.0f MiB%n",
                    VOTES, format, (System.nanoTime() - begin) / SECOND_NS, before / MEBIBYTE, peak(heap) / MEBIBYTE);
            return result;
        }
    }

    private static long used(List<MemoryPoolMXBean> heap) {
        return heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peak(List<MemoryPoolMXBean> heap) {
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
