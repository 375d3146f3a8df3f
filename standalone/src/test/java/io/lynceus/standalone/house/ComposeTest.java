package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docker-compose.yml`, the image and the scripts that both kinds of deployment run.
class ComposeTest {
    private static final String DCLINT = "dclint@3.1.0";

    private static final JsonNode SERVICES = YamlDocuments.parse(
                    Repository.text(Repository.ROOT.resolve("docker-compose.yml")))
            .getFirst()
            .get("services");

    private static Map<String, JsonNode> built() {
        return SERVICES.properties().stream()
                .filter(service -> service.getValue().has("build"))
                .collect(Collectors.toMap(
                        service -> service.getValue().at("/build/args/SERVICE").asText(), Map.Entry::getValue));
    }

    private static String condition(JsonNode service, String dependency) {
        return service.at("/depends_on/" + dependency + "/condition").asText();
    }

    @Test
    void everyServiceIsBuiltFromItsModule() {
        assertEquals(Set.copyOf(Repository.services()), built().keySet());
        built().forEach((module, service) -> assertEquals(
                "lynceus/" + module + ":" + Repository.version(),
                service.get("image").asText()));
    }

    @Test
    void nothingStartsBeforeWhatItNeeds() {
        assertEquals("service_healthy", condition(SERVICES.get("topics"), "kafka"));
        built().forEach((module, service) -> {
            assertEquals("service_completed_successfully", condition(service, "topics"), module);
            assertEquals("service_healthy", condition(service, "kafka"), module);
            assertEquals("service_healthy", condition(service, "postgres"), module);
            if (!module.equals("gateway")) {
                String name =
                        service.at("/environment/QUARKUS_DATASOURCE_USERNAME").asText();
                assertEquals("service_healthy", condition(SERVICES.get("gateway"), name), module);
            }
        });
        for (String engine : List.of("kafka", "postgres")) {
            assertTrue(SERVICES.get(engine).has("healthcheck"), engine);
        }
        assertTrue(Repository.text(Repository.ROOT.resolve("Dockerfile")).contains("/q/health/ready"));
    }

    @Test
    void servicesReadEveryVariableTheyAreGiven() {
        built().forEach((module, service) -> {
            Set<String> given = new TreeSet<>();
            service.get("environment").fieldNames().forEachRemaining(given::add);
            given.removeAll(ServiceSettings.variables(module));
            assertEquals(Set.of(), given, module);
        });
    }

    @Test
    void mountedFilesExist() {
        SERVICES.findValues("volumes").stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .filter(volume -> volume.startsWith("./"))
                .forEach(volume ->
                        assertTrue(Files.isRegularFile(Repository.ROOT.resolve(volume.split(":")[0])), volume));
    }

    @Test
    void scriptCreatesTheTopicsOfTheCode() {
        Map<String, String> scripted = Repository.text(Repository.ROOT.resolve("k8s/base/create-topics.sh"))
                .lines()
                .dropWhile(line -> !line.endsWith("<<TOPICS"))
                .skip(1)
                .takeWhile(line -> !line.equals("TOPICS"))
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line));
        Map<String, String> coded = Topic.definitions().stream()
                .collect(Collectors.toMap(
                        Topic.Definition::name,
                        topic -> topic.name() + " " + topic.partitions()
                                + new TreeMap<>(topic.settings())
                                        .entrySet().stream()
                                                .map(setting -> " " + setting)
                                                .collect(Collectors.joining())));
        assertEquals(new TreeMap<>(coded), new TreeMap<>(scripted));
    }

    @Test
    void scriptCreatesADatabaseForEveryServiceWithMigrations() {
        String loop = Repository.text(Repository.ROOT.resolve("k8s/engines/create-databases.sh"))
                .lines()
                .filter(line -> line.startsWith("for service in "))
                .findFirst()
                .orElseThrow();
        Set<String> created =
                Set.of(loop.replace("for service in ", "").replace("; do", "").split(" "));
        Set<String> migrated = Repository.services().stream()
                .filter(module -> Files.isDirectory(migrations(module)))
                .map(module -> module.replace("-service", ""))
                .collect(Collectors.toSet());
        assertEquals(migrated, created);
    }

    private static Path migrations(String module) {
        return Repository.ROOT.resolve(module).resolve("src/main/resources/db/migration");
    }

    @Test
    void composeFilePassesItsLinter() throws IOException, InterruptedException {
        Tool npm = new Tool("npm");
        Tool.require(
                npm.run("exec", "--yes", "--", DCLINT, "--version").exitCode() == 0,
                "npm cannot install " + DCLINT + ": docker-compose.yml is not linted");
        Tool.Result result = npm.run("exec", "--yes", "--", DCLINT, "docker-compose.yml");
        assertEquals(0, result.exitCode(), result.output() + result.errors());
    }
}
