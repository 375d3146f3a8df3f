package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/glossary.md: one word, one meaning.
class GlossaryTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^ *public (?:record|enum) (\\w+)");

    /// Types of the events that stand under a fuller word.
    private static final Map<String, String> FULLER = Map.of(
            "Change", "association change",
            "ChangeKind", "association change",
            "Outcome", "association outcome");

    /// Files of `contracts` that carry events rather than say something of the sky.
    private static final Set<String> CARRIERS =
            Set.of("CloudEvent.java", "ProblemDocument.java", "Schema.java", "Topic.java");

    private static List<String> words() {
        return Repository.document("docs/glossary.md").table("word", "symbol", "unit", "meaning").stream()
                .flatMap(row -> Arrays.stream(row.get("word").split(", ")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void noWordStandsTwice() {
        Set<String> seen = new HashSet<>();
        assertEquals(List.of(), words().stream().filter(word -> !seen.add(word)).toList());
    }

    @Test
    void everyRecordOfThePublicEventsIsExplained() {
        Set<String> words = Set.copyOf(words());
        Set<String> missing = new TreeSet<>();
        Repository.files(".java").stream()
                .filter(file -> Repository.name(file).startsWith("contracts/src/main"))
                .filter(file -> CARRIERS.stream().noneMatch(carrier -> file.endsWith(carrier)))
                .flatMap(file -> types(Repository.text(file)))
                .map(type -> FULLER.getOrDefault(type, spaced(type)))
                .filter(word -> !words.contains(word))
                .forEach(missing::add);
        assertEquals(Set.of(), missing);
    }

    private static Stream<String> types(String text) {
        return PUBLIC_TYPE.matcher(text).results().map(found -> found.group(1));
    }

    /// `HostGalaxy` as `host galaxy`.
    private static String spaced(String type) {
        return type.replaceAll("(?<!^)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
