package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Kubernetes overlays as `kubectl kustomize` renders them; there is no cluster here to start them on.
class KustomizeTest {
    private static final String IMAGE_OF_OURS =
            "(registry\\.example\\.org/)?lynceus/([a-z-]+):" + Pattern.quote(Repository.version());

    private static List<JsonNode> render(String overlay) throws IOException, InterruptedException {
        Tool.Result result = new Tool("kubectl").run("kustomize", "k8s/overlays/" + overlay);
        assertEquals(0, result.exitCode(), result.errors());
        return YamlDocuments.parse(result.output());
    }

    private static Stream<JsonNode> ofKind(List<JsonNode> resources, String... kinds) {
        return resources.stream().filter(resource -> Arrays.asList(kinds)
                .contains(resource.get("kind").asText()));
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    private static Set<String> names(List<JsonNode> resources, String... kinds) {
        return ofKind(resources, kinds).map(KustomizeTest::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    private static List<String> texts(JsonNode resource, String field) {
        return resource.findValues(field).stream()
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> secretsOfTheOperator() {
        return Repository.document("docs/operations.md").table("secret", "keys").stream()
                .flatMap(row -> Arrays.stream(row.get("secret").split(", ")))
                .map(cell -> cell.replace("`", ""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyServiceIsDeployedFromItsImage(String overlay) throws Exception {
        Set<String> deployed = ofKind(render(overlay), "Deployment")
                .map(deployment -> container(deployment).get("image").asText())
                .peek(image -> assertTrue(image.matches(IMAGE_OF_OURS), image))
                .map(image -> image.replaceAll(IMAGE_OF_OURS, "$2"))
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(Repository.services()), deployed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyServiceIsProbedAndConfined(String overlay) throws Exception {
        ofKind(render(overlay), "Deployment").forEach(deployment -> {
            String name = name(deployment);
            JsonNode container = container(deployment);
            for (String probe : List.of("started", "ready", "live")) {
                String field = probe.equals("started")
                        ? "startupProbe"
                        : probe.equals("ready") ? "readinessProbe" : "livenessProbe";
                assertEquals(
                        "/q/health/" + probe,
                        container.at("/" + field + "/httpGet/path").asText(),
                        name);
                assertEquals("http", container.at("/" + field + "/httpGet/port").asText(), name);
            }
            assertEquals(8080, container.at("/ports/0/containerPort").asInt(), name);
            assertFalse(container.at("/resources/requests/cpu").isMissingNode(), name);
            assertFalse(container.at("/resources/limits/memory").isMissingNode(), name);
            assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), name);
            assertTrue(
                    deployment
                            .at("/spec/template/spec/securityContext/runAsNonRoot")
                            .asBoolean(),
                    name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everythingReferredToIsThere(String overlay) throws Exception {
        List<JsonNode> resources = render(overlay);
        Set<String> configMaps = names(resources, "ConfigMap");
        Set<String> secrets = names(resources, "Secret");
        if (overlay.equals("prod")) {
            assertEquals(Set.of(), secrets, "secrets are the operator's");
            secrets.addAll(secretsOfTheOperator());
        }
        Set<String> claims = names(resources, "PersistentVolumeClaim");
        Set<String> workloads = names(resources, "Deployment", "StatefulSet", "Job");
        for (JsonNode resource : resources) {
            check(resource, resource.findValues("configMapRef"), "name", configMaps::contains);
            check(resource, resource.findValues("configMap"), "name", configMaps::contains);
            check(resource, resource.findValues("secretRef"), "name", secrets::contains);
            check(resource, List.of(resource), "secretName", secrets::contains);
            check(resource, List.of(resource), "claimName", claims::contains);
            check(resource, resource.findValues("scaleTargetRef"), "name", workloads::contains);
            check(resource, resource.findValues("matchLabels"), "app.kubernetes.io/name", workloads::contains);
            check(resource, resource.findValues("matchExpressions"), "values", workloads::contains);
            check(resource, resource.findValues("backend"), "name", names(resources, "Service")::contains, "http");
        }
        for (JsonNode service : ofKind(resources, "Service").toList()) {
            assertTrue(workloads.contains(
                    service.at("/spec/selector").get("app.kubernetes.io/name").asText()));
        }
    }

    private static void check(
            JsonNode resource, List<JsonNode> nodes, String field, Predicate<String> exists, String... besides) {
        for (JsonNode node : nodes) {
            for (String referred : texts(node, field)) {
                assertTrue(
                        exists.test(referred) || Arrays.asList(besides).contains(referred),
                        resource.get("kind").asText() + " " + name(resource) + " refers to " + referred);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyWorkloadIsGuardedAndTheStreamServicesScale(String overlay) throws Exception {
        List<JsonNode> resources = render(overlay);
        Set<String> deployments = names(resources, "Deployment");
        assertEquals(deployments, names(resources, "PodDisruptionBudget"));
        assertTrue(names(resources, "Service").containsAll(deployments));
        assertEquals(Set.of("crossmatch", "feature", "classifier"), names(resources, "HorizontalPodAutoscaler"));
        assertEquals(overlay.equals("dev") ? Set.of("kafka", "postgres") : Set.of(), names(resources, "StatefulSet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void servicesReadEveryVariableTheyAreGiven(String overlay) throws Exception {
        List<JsonNode> resources = render(overlay);
        Set<String> shared = new TreeSet<>();
        ofKind(resources, "ConfigMap")
                .filter(map -> name(map).equals("lynceus"))
                .forEach(map -> map.get("data").fieldNames().forEachRemaining(shared::add));
        Set<String> read = Repository.services().stream()
                .flatMap(module -> ServiceSettings.variables(module).stream())
                .collect(Collectors.toSet());
        shared.removeAll(read);
        assertEquals(Set.of(), shared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/engines", "k8s/overlays/dev", "k8s/overlays/prod"})
    void everyResourceAKustomizationNamesExists(String folder) {
        Path kustomization = Repository.ROOT.resolve(folder).resolve("kustomization.yaml");
        JsonNode document = YamlDocuments.parse(Repository.text(kustomization)).getFirst();
        Stream.concat(texts(document, "resources").stream(), texts(document, "files").stream())
                .forEach(resource -> assertTrue(
                        kustomization.resolveSibling(resource).toFile().exists(), folder + " names " + resource));
    }
}
