package io.lynceus.standalone.house;

import io.lynceus.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of the repository, without what a build or a tool made.
final class Repository {
    static final Path ROOT = SharedData.repository();

    private static final Set<String> MADE = Set.of("target", "node_modules", ".git", ".lynceus");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>lynceus</artifactId>\\s*<version>([^<]+)</version>");

    private Repository() {}

    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (path, attributes) ->
                        attributes.isRegularFile() && path.toString().endsWith(ending))) {
            return files.filter(Repository::isOurs).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (MADE.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    static List<Markdown> documents() {
        return files(".md").stream().map(Markdown::read).toList();
    }

    static Markdown document(String path) {
        return Markdown.read(ROOT.resolve(path));
    }

    static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /// The version in the root pom, which every other place must agree with.
    static String version() {
        Matcher version = VERSION.matcher(text(ROOT.resolve("pom.xml")));
        if (!version.find()) {
            throw new AssertionError("pom.xml names no version");
        }
        return version.group(1);
    }

    /// Modules that are deployed.
    static List<String> services() {
        return modules().stream()
                .filter(module -> module.endsWith("-service") || module.equals("gateway"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
