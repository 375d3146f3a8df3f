package io.lynceus.gateway.rest.client;

import io.lynceus.gateway.suite.Service;
import io.lynceus.gateway.suite.ServiceAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Files of votes to and from labels-service, passed on as a stream: they are too large to be held in memory.
///
/// A transfer takes as long as its file is large, so neither the timeout of a call nor its retry applies.
@ApplicationScoped
public class LabelFiles {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final URI labels;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    LabelFiles(@ConfigProperty(name = "quarkus.rest-client.labels.url") URI labels) {
        this.labels = labels;
    }

    /// An answer of labels-service.
    ///
    /// @param status HTTP status, below 500
    /// @param type media type
    /// @param disposition header with the name of the file
    /// @param bytes to be read to its end and closed
    public record Content(int status, String type, Optional<String> disposition, InputStream bytes) {}

    /// Exports a table.
    ///
    /// @param table votes, aggregates, gold or confusion
    /// @param format csv or parquet
    /// @throws ServiceAway if labels-service gives no answer
    public Content export(String table, String format) {
        return send(request("/exports/" + encoded(table) + "?format=" + encoded(format))
                .GET()
                .build());
    }

    /// Imports a classification export of Zooniverse.
    ///
    /// @throws ServiceAway if labels-service gives no answer
    public Content importVotes(String name, boolean dryRun, InputStream csv) {
        return send(request("/imports/" + encoded(name) + "?dry_run=" + dryRun)
                .header("content-type", "text/csv; charset=UTF-8")
                .POST(BodyPublishers.ofInputStream(() -> csv))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(labels.resolve(path));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Content send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() >= 500) {
                answer.body().close();
                throw new IOException("answered " + answer.statusCode());
            }
            return new Content(
                    answer.statusCode(),
                    answer.headers().firstValue("content-type").orElse("application/octet-stream"),
                    answer.headers().firstValue("content-disposition"),
                    answer.body());
        } catch (IOException e) {
            throw new ServiceAway(Service.LABELS.title(), "is not available", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(Service.LABELS.title(), "did not answer", e);
        }
    }
}
