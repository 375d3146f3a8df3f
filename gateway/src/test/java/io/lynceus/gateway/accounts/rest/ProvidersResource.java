package io.lynceus.gateway.accounts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Wire;
import io.lynceus.engines.Ports;
import io.lynceus.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Starts the providers of `browser/provider.mjs`, and has the gateway log people in by them: the OpenID providers
/// `campus`, `observatory`, and `gone`, which is not there, and `github`, a stand-in. Passwords are not taken.
public final class ProvidersResource implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "a secret of the tests that is long enough";

    /// Of the gateway. Quarkus loads test classes more than once; the system properties are what they all share.
    static final String PORT = (String)
            System.getProperties().computeIfAbsent("lynceus.test.gateway-port", _ -> Integer.toString(freePort()));

    /// Where the gateway is reached, by browsers too.
    static final String SUITE = "http://localhost:" + PORT;

    private Process node;

    static Path web() {
        return SharedData.repository().resolve("gateway/src/main/web");
    }

    /// Below those that systems give to outgoing connections, which could take it before the gateway does.
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_240, 32_700)
                .filter(port -> !Ports.isTaken(port))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("lynceus.gateway.public-url", SUITE);
        settings.put("lynceus.accounts.passwords", "false");
        settings.put("lynceus.accounts.provider-timeout", "1s");
        JsonNode issuers = issuers();
        configure(settings, "campus", "Campus", issuers.get("campus").textValue());
        configure(
                settings,
                "observatory",
                "Observatory",
                issuers.get("observatory").textValue());
        configure(settings, "github", "GitHub", issuers.get("github").textValue());
        settings.put("lynceus.accounts.providers.github.kind", "github");
        configure(settings, "gone", "Gone", "http://127.0.0.1:" + freePort());
        return settings;
    }

    private static void configure(Map<String, String> settings, String id, String title, String issuer) {
        String prefix = "lynceus.accounts.providers." + id;
        settings.put(prefix + ".title", title);
        settings.put(prefix + ".issuer", issuer);
        settings.put(prefix + ".client-id", "lynceus");
        settings.put(prefix + ".client-secret", SECRET);
    }

    private JsonNode issuers() {
        try {
            ProcessBuilder command = new ProcessBuilder("node", "browser/provider.mjs")
                    .directory(web().toFile())
                    .redirectErrorStream(true);
            command.environment().put("LYNCEUS_URL", SUITE);
            node = command.start();
            BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("issuers ")) {
                    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                    return Wire.tree(line.substring("issuers ".length()).getBytes(StandardCharsets.UTF_8));
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException("the providers did not start:\n" + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// After the other resources, whose settings would win.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        if (node != null) {
            node.destroy();
        }
    }
}
