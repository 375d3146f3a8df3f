package io.lynceus.gateway.services;

import io.lynceus.gateway.LabelFiles;
import io.lynceus.gateway.Service;
import io.lynceus.gateway.ServiceAway;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Files of labels-service over HTTP. They take as long as they are large, so neither the limit of a call nor its retry
/// holds for them.
@ApplicationScoped
class HttpLabelFiles implements LabelFiles {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final URI labels;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    HttpLabelFiles(@ConfigProperty(name = "quarkus.rest-client.labels.url") URI labels) {
        this.labels = labels;
    }

    @Override
    public Content export(String table, String format) {
        return send(request("/exports/" + encoded(table) + "?format=" + encoded(format))
                .GET()
                .build());
    }

    @Override
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
