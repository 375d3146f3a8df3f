package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Habits that a look at the sources can tell, in every module; ArchUnit holds the shape of the services.
class SourcesTest {
    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Managers?|Utils?|Helpers?)\\.java");
    private static final Pattern MOCKING = Pattern.compile("import (static )?org\\.(mockito|easymock|powermock)");
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern AUTHOR = Pattern.compile("(///|\\*) *@author");

    private static final List<Path> SOURCES = Repository.files(".java");
    private static final List<Path> MAIN = SOURCES.stream()
            .filter(file -> Repository.name(file).contains("src/main/"))
            .toList();

    private static List<String> names(List<Path> files, Predicate<Path> wanted) {
        return files.stream().filter(wanted).map(Repository::name).toList();
    }

    private static Predicate<Path> contains(Pattern pattern) {
        return file -> pattern.matcher(Repository.text(file)).find();
    }

    @Test
    void namesSayWhatTheThingIs() {
        assertEquals(
                List.of(), names(SOURCES, file -> VAGUE.matcher(file.toString()).matches()));
    }

    @Test
    void everyPackageIsDocumentedAndNullMarked() {
        List<String> bare = MAIN.stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> {
                    Path info = folder.resolve("package-info.java");
                    return !Files.exists(info)
                            || !Repository.text(info).contains("@NullMarked")
                            || !Repository.text(info).startsWith("///");
                })
                .map(Repository::name)
                .toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void nothingIsLeftForLaterAndNobodyIsMocked() {
        Path self = SOURCES.stream()
                .filter(file -> Objects.equals(file.getFileName(), Path.of("SourcesTest.java")))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(),
                names(
                        SOURCES,
                        contains(LATER)
                                .or(contains(MOCKING))
                                .or(contains(AUTHOR))
                                .and(file -> !file.equals(self))));
    }

    @Test
    void settingsOfAServiceFitOnAPage() {
        List<String> long60 = names(
                Repository.files("src/main/resources/application.properties"),
                file -> Repository.text(file).lines().count() >= 60);
        assertEquals(List.of(), long60);
    }
}
