package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.contracts.Topic;
import io.lynceus.standalone.suite.Service;
import io.lynceus.standalone.suite.SuitePorts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Services, ports, topics, settings and commands as the documents list them.
class ServicesTest {
    private static final Pattern TOPIC = Pattern.compile("\\bTopic\\.(\\w+)\\.topicName\\(\\)");
    private static final Pattern INCOMING = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.([\\w-]+)\\.connector=");
    private static final Pattern COMMAND_OF_THE_CODE = Pattern.compile("@Command\\(\\s*name = \"(\\w+)\"");
    private static final Pattern COMMAND_OF_THE_DOCUMENTS = Pattern.compile("\\./lynceus (\\w+)");

    private static final SuitePorts PORTS = new SuitePorts(SuitePorts.DEFAULT_FIRST);
    private static final List<Map<String, String>> README =
            Repository.document("README.md").table("service", "port", "reads", "writes", "does");

    private static Map<String, String> row(Service service) {
        return README.stream()
                .filter(row -> row.get("service").equals(service.shortName()))
                .findFirst()
                .orElseThrow();
    }

    private static String module(Service service) {
        return service == Service.GATEWAY ? "gateway" : service.shortName() + "-service";
    }

    private static List<String> sources(Service service) {
        Path main = Repository.ROOT.resolve(module(service)).resolve("src/main");
        return Repository.files(".java").stream()
                .filter(file -> file.startsWith(main))
                .map(Repository::text)
                .toList();
    }

    @Test
    void readmeListsEveryServiceWithItsPort() {
        Map<String, String> documented = new LinkedHashMap<>();
        README.forEach(row -> documented.put(row.get("service"), row.get("port")));
        Map<String, String> coded = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            coded.put(service.shortName(), Integer.toString(PORTS.of(service)));
        }
        assertEquals(coded, documented);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void readmeNamesTheTopicsAServiceReads(Service service) {
        String properties = Repository.text(
                Repository.ROOT.resolve(module(service)).resolve("src/main/resources/application.properties"));
        Stream<String> byChannel = INCOMING.matcher(properties)
                .results()
                .map(match -> match.group(1))
                .flatMap(channel -> topics(channel, properties));
        Stream<String> byConsumer = sources(service).stream()
                .filter(source -> source.contains("KafkaConsumer<"))
                .flatMap(source -> TOPIC.matcher(source).results())
                .map(match -> Topic.valueOf(match.group(1)).topicName());
        Set<String> read = Stream.concat(byChannel, byConsumer).collect(Collectors.toSet());
        Set<String> told = Arrays.stream(row(service).get("reads").split("[`, ]+"))
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
        assertEquals(read, told);
    }

    /// A channel reads the topic of its name, unless it names others.
    private static Stream<String> topics(String channel, String properties) {
        String setting = "mp.messaging.incoming." + channel + ".topics=";
        return properties
                .lines()
                .filter(line -> line.startsWith(setting))
                .findFirst()
                .map(line -> Arrays.stream(line.substring(setting.length()).split(",")))
                .orElse(Stream.of(channel));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void readmeNamesATopicThatTheServiceWrites(Service service) {
        Topic topic = Arrays.stream(Topic.values())
                .filter(known -> known.topicName().equals(row(service).get("writes")))
                .findFirst()
                .orElseThrow();
        assertTrue(
                sources(service).stream().anyMatch(source -> source.contains("Topic." + topic.name())), topic.name());
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void serviceListensOnItsPortOfTheTableByDefault(Service service) {
        String properties = Repository.text(
                Repository.ROOT.resolve(module(service)).resolve("src/main/resources/application.properties"));
        assertTrue(properties.contains("quarkus.http.port=" + PORTS.of(service) + "\n"));
    }

    @Test
    void operationsListEveryPortOfTheLauncher() {
        Map<String, String> documented = new TreeMap<>();
        Repository.document("docs/operations.md")
                .table("process", "port", "at 8080")
                .forEach(row -> documented.put(row.get("process").toLowerCase(), row.get("at 8080")));
        Map<String, String> coded = new TreeMap<>();
        PORTS.byName().forEach((name, port) -> coded.put(name.replaceFirst("^the ", ""), Integer.toString(port)));
        coded.put("postgresql", coded.remove("postgres"));
        assertEquals(coded, documented);
    }

    @Test
    void everySettingOfTheOperationsPageIsRead() {
        Set<String> read = Repository.services().stream()
                .flatMap(module -> ServiceSettings.variables(module).stream())
                .collect(Collectors.toSet());
        Set<String> documented = new TreeSet<>();
        Repository.document("docs/operations.md")
                .table("variable", "read by", "meaning")
                .forEach(row -> documented.addAll(
                        List.of(row.get("variable").replace("`", "").split(", "))));
        documented.removeAll(read);
        assertEquals(Set.of(), documented);
    }

    @Test
    void everyCommandOfTheDocumentsExists() {
        Set<String> known = new HashSet<>(Set.of("test", "benchmark"));
        Repository.files(".java").forEach(file -> COMMAND_OF_THE_CODE
                .matcher(Repository.text(file))
                .results()
                .forEach(match -> known.add(match.group(1))));
        Set<String> used = Repository.documents().stream()
                .flatMap(document ->
                        COMMAND_OF_THE_DOCUMENTS.matcher(document.text()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.removeAll(known);
        assertEquals(Set.of(), used);
    }
}
