package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/architecture.md, held against the build and the sources.
///
/// `./mvnw -pl standalone -am test -Dtest=ArchitectureDocumentTest -Dgolden.update` writes its tables of packages
/// again.
class ArchitectureDocumentTest {
    private static final Path DOCUMENT = Repository.ROOT.resolve("docs/architecture.md");
    private static final String BEGIN = "<!-- packages: written by ArchitectureDocumentTest -->\n";
    private static final String END = "<!-- end of packages -->\n";

    /// No package holds more files than a reader takes in at a glance (conventions, section 1).
    private static final int MOST_FILES = 30;

    private static final List<String> ADAPTERS =
            List.of("messaging", "storage", "rest", "config", "files", "services", "schedule");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "(?s)<dependency>\\s*<groupId>io\\.lynceus</groupId>\\s*<artifactId>([\\w-]+)</artifactId>(.*?)</dependency>");
    private static final Pattern MODULE = Pattern.compile("^\\d+\\. \\*\\*([\\w-]+)\\*\\*");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

    private static final List<Path> SOURCES = Repository.files(".java").stream()
            .filter(file -> file.toString().contains("src/main/java"))
            .toList();

    private static final List<Packages.Found> PACKAGES = Packages.all();

    @Test
    void tableOfModulesNamesTheDependenciesOfEachPom() {
        Map<String, Set<String>> coded = new LinkedHashMap<>();
        for (String module : Repository.modules()) {
            coded.put(
                    module,
                    DEPENDENCY
                            .matcher(Repository.text(
                                    Repository.ROOT.resolve(module).resolve("pom.xml")))
                            .results()
                            .filter(found -> !found.group(2).contains("<scope>test</scope>"))
                            .map(found -> found.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        Map<String, Set<String>> documented = new LinkedHashMap<>();
        Repository.document("docs/architecture.md")
                .table("module", "is", "depends on")
                .forEach(row -> documented.put(
                        row.get("module"),
                        Stream.of(row.get("depends on").split(", "))
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertEquals(coded, documented);
    }

    @Test
    void noPackageIsTooLargeAndNoneStandInACircle() {
        assertEquals(
                List.of(),
                PACKAGES.stream().filter(found -> found.files() > MOST_FILES).toList());
        Map<String, List<Packages.Found>> byModule =
                PACKAGES.stream().collect(Collectors.groupingBy(Packages.Found::module));
        assertEquals(
                List.of(),
                byModule.values().stream()
                        .flatMap(packages -> Packages.circles(packages).stream())
                        .toList());
    }

    @Test
    void tablesOfPackagesAreThoseOfTheSources() throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String written = tables();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(DOCUMENT, text.substring(0, from) + written + text.substring(to));
        } else {
            assertEquals(written, text.substring(from, to), "-Dgolden.update writes the tables again");
        }
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder();
        PACKAGES.stream()
                .collect(Collectors.groupingBy(Packages.Found::module, LinkedHashMap::new, Collectors.toList()))
                .forEach((module, packages) -> {
                    tables.append("\n### ").append(module).append("\n\n| package | files | purpose |\n|---|---|---|\n");
                    packages.forEach(found -> tables.append("| `")
                            .append(found.name().replaceFirst("^io\\.lynceus\\.", ""))
                            .append("` | ")
                            .append(found.files())
                            .append(" | ")
                            .append(found.purpose().replace("|", "\\|").replaceAll("\\[([\\w.#]+)\\](?!\\()", "`$1`"))
                            .append(" |\n"));
                });
        return tables.append('\n').toString();
    }

    @Test
    void everyPackageSaysItsPurposeInOneSentence() {
        assertEquals(
                List.of(),
                PACKAGES.stream()
                        .filter(found ->
                                found.purpose().isEmpty() || !found.purpose().endsWith("."))
                        .map(Packages.Found::name)
                        .toList());
    }

    /// A step of a journey is a list item: a module in bold, then classes. The first class leads, the others help it.
    private record Step(String module, List<String> classes) {}

    @Test
    void journeysNameClassesThatExistAndEnterNoAdapterTwice() {
        Map<String, List<Step>> journeys = journeys();
        assertEquals(5, journeys.size(), () -> "journeys: " + journeys.keySet());
        journeys.forEach((title, steps) -> {
            assertFalse(steps.isEmpty(), title);
            List<String> unknown = steps.stream()
                    .flatMap(step -> step.classes().stream()
                            .filter(name -> files(step.module(), name).isEmpty()))
                    .toList();
            assertEquals(List.of(), unknown, () -> title + ": no classes of these names in their modules");
            assertEquals(List.of(), enteredAgain(steps), title);
        });
    }

    private static Map<String, List<Step>> journeys() {
        Map<String, List<Step>> journeys = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        for (String line : Repository.text(DOCUMENT).lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.equals("## Journeys");
            } else if (inside && line.startsWith("### ")) {
                steps = new ArrayList<>();
                journeys.put(line.substring("### ".length()), steps);
            } else if (inside && line.matches("\\d+\\. .*")) {
                String module = MODULE.matcher(line)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("a step names its module in bold: " + line));
                steps.add(new Step(
                        module,
                        CLASS.matcher(line)
                                .results()
                                .map(found -> found.group(1))
                                .toList()));
            }
        }
        return journeys;
    }

    private static List<Path> files(String module, String name) {
        return SOURCES.stream()
                .filter(file -> file.startsWith(Repository.ROOT.resolve(module)) && file.endsWith(name + ".java"))
                .toList();
    }

    /// The adapters that a journey enters, leaves for another package of the same module, and enters again.
    private static List<String> enteredAgain(List<Step> steps) {
        List<String> again = new ArrayList<>();
        Set<String> left = new TreeSet<>();
        String before = "";
        for (Step step : steps) {
            String here =
                    adapter(files(step.module(), step.classes().getFirst()).getFirst());
            if (!here.equals(before)) {
                if (!here.isEmpty() && left.contains(here)) {
                    again.add(here);
                }
                left.add(before);
            }
            before = here;
        }
        return again;
    }

    /// The package of a file, if it is an adapter's, as in `feature-service/.../storage`; else empty.
    private static String adapter(Path file) {
        Path folder = Objects.requireNonNull(Repository.ROOT.relativize(file).getParent());
        for (Path part : folder) {
            if (ADAPTERS.contains(part.toString())) {
                return folder.toString();
            }
        }
        return "";
    }

    /// JDBC remains for Flyway (configuration alone) and for DuckDB, which reads and writes Parquet.
    @Test
    void servicesReachTheirDatabasesWithoutJdbc() {
        assertEquals(
                List.of(),
                Repository.files(".java").stream()
                        .filter(file -> Repository.services().stream()
                                .anyMatch(service -> file.startsWith(
                                        Repository.ROOT.resolve(service).resolve("src/main"))))
                        .filter(file -> {
                            String text = Repository.text(file);
                            return (text.contains("java.sql") || text.contains("agroal"))
                                    && !text.contains("jdbc:duckdb:");
                        })
                        .map(Repository::name)
                        .toList());
    }
}
