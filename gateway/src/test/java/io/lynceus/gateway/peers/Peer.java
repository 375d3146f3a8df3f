package io.lynceus.gateway.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// One service behind the gateway. It can be slow, fail, go away and come back on its port.
public final class Peer {

    /// What it is asked and what it answers.
    @FunctionalInterface
    public interface Answering {
        Answer answer(String method, String path, byte[] body);
    }

    /// @param status HTTP status; with 429, come again in [#RETRY_AFTER] seconds
    public record Answer(int status, String body) {}

    public static final String RETRY_AFTER = "17";

    private final Answering answering;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean failing;
    private volatile boolean ready = true;
    private volatile double answered = 1;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private HttpServer server;
    private int port;

    Peer(Answering answering) {
        this.answering = answering;
        start();
    }

    private void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            port = server.getAddress().getPort();
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        if (path.equals("/q/health/ready")) {
            respond(exchange, new Answer(ready ? 200 : 503, "{}"), 1);
            return;
        }
        asked.add(exchange.getRequestMethod() + " " + path);
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        respond(
                exchange,
                failing ? new Answer(500, "{}") : answering.answer(exchange.getRequestMethod(), path, body),
                answered);
    }

    /// @param share of the answer's body, after which the connection is closed
    private static void respond(HttpExchange exchange, Answer answer, double share) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("content-type", answer.status() < 400 ? "application/json" : "application/problem+json");
        if (answer.status() == 429) {
            exchange.getResponseHeaders().set("retry-after", RETRY_AFTER);
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, (int) (share * body.length));
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Requests so far, as in `POST /crossmatch`, readiness left out.
    public List<String> asked() {
        return asked;
    }

    public void setReady(boolean ready) {
        this.ready = ready;
    }

    /// Answers no request until it is back to normal.
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void fail() {
        failing = true;
    }

    /// Closes every connection in the middle of an answer's body.
    public void breakOff() {
        answered = 0.5;
    }

    public void goAway() {
        server.stop(0);
    }

    /// Back to normal, on the same port.
    public void comeBack() {
        server.stop(0);
        held.countDown();
        failing = false;
        answered = 1;
        ready = true;
        asked.clear();
        start();
    }
}
