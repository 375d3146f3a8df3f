package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Habits that a look at the sources can tell, in every module; ArchUnit holds the shape of the services.
class SourcesTest {
    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Managers?|Utils?|Helpers?)\\.java");
    private static final Pattern MOCKING = Pattern.compile("import (static )?org\\.(mockito|easymock|powermock)");
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern AUTHOR = Pattern.compile("(///|\\*) *@author");

    private static final int COLUMNS = 120;
    private static final Pattern DOCUMENTATION = Pattern.compile("^\\s*///");
    private static final Pattern CONTINUED = Pattern.compile("^\\s*///\\s+\\p{Ll}");

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
    void documentationLinesFitIn120Columns() {
        assertEquals(
                List.of(),
                documentation((lines, i) ->
                        lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS));
    }

    /// The formatter breaks a line that is too long and leaves its last words alone on the next one.
    @Test
    void documentationLinesAreNotBrokenAfterAWordOrTwo() {
        assertEquals(
                List.of(),
                documentation((lines, i) -> i + 1 < lines.size()
                        && words(lines.get(i)) < 4
                        && CONTINUED.matcher(lines.get(i + 1)).find()));
    }

    /// Places of `///` lines outside of code that are as tested.
    private static List<String> documentation(BiPredicate<List<String>, Integer> test) {
        List<String> places = new ArrayList<>();
        for (Path file : SOURCES) {
            List<String> lines = Repository.text(file).lines().toList();
            boolean code = false;
            for (int i = 0; i < lines.size(); i++) {
                code ^= lines.get(i).strip().startsWith("/// ```");
                if (!code && DOCUMENTATION.matcher(lines.get(i)).find() && test.test(lines, i)) {
                    places.add(Repository.name(file) + ":" + (i + 1));
                }
            }
        }
        return places;
    }

    /// Of an empty line as many as can be, because a paragraph may begin with a lower-case letter.
    private static int words(String documentation) {
        String text = documentation.strip().substring("///".length()).strip();
        return text.isEmpty() ? Integer.MAX_VALUE : text.split("\\s+").length;
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
