package io.lynceus.gateway.accounts.services;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends the SDK's requests with limits on the size of an answer and its total time, which the SDK's own connections
/// lack. Redirects are not followed.
final class BoundedSender implements HTTPRequestSender {
    /// A token endpoint's answer has some 5,000 bytes, a user of GitHub's some 1,500.
    static final int MOST_BYTES = 200_000;

    private final HttpClient client;
    private final Duration longest;

    /// @param timeout to connect, and once more to answer
    BoundedSender(Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(Redirect.NEVER)
                .build();
        this.longest = timeout.multipliedBy(2);
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        // Its own time-out would end with the answer's headers.
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(written(request), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            return read(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + longest.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest written(ReadOnlyHTTPRequest request) throws IOException {
        String body = request.getBody();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        } catch (IllegalArgumentException e) {
            // A token of theirs that is no header of ours. What it is must not end in a log.
            throw new IOException("the provider's token cannot be sent");
        }
        return builder.build();
    }

    private static HTTPResponse read(HttpResponse<String> answer) {
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(answer.body());
        return response;
    }
}
