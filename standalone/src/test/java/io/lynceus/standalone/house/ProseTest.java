package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Short sentences in the documents, and phrases that nobody should have to read twice.
class ProseTest {
    private static final int MOST_WORDS_ON_AVERAGE = 20;

    /// Not part of a longer word or a file name, such as that of an old decision.
    private static final Pattern REFUSED =
            Pattern.compile("(?i)(?<![-\\w])(anew|whoever|whomever|and no more|for who|of which nothing)(?![-\\w])");

    private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\"\\n.*?\"\"\"");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)//[^\\n]*(\\n\\s*//[^\\n]*)*");
    private static final Pattern COMMENT_MARK = Pattern.compile("\\n\\s*///? ?");

    static List<Path> documents() {
        return Repository.files(".md");
    }

    static List<String> modules() {
        return Repository.modules();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void sentencesAreShort(Path document) {
        Prose prose = Prose.of(Repository.text(document));
        assertTrue(prose.meanWords() < MOST_WORDS_ON_AVERAGE, () -> "%s has %.1f words a sentence. The longest:%n%s"
                .formatted(
                        Repository.name(document),
                        prose.meanWords(),
                        prose.longest(3).stream()
                                .map(sentence -> sentence.words() + ": " + sentence.text())
                                .collect(Collectors.joining("\n"))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentsUsePlainPhrases(Path document) {
        assertEquals(List.of(), refused(Prose.visible(Repository.text(document))), Repository.name(document));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void commentsAndTextsOfTheCodeUsePlainPhrases(String module) {
        Path main = Repository.ROOT.resolve(module).resolve("src/main/java");
        List<String> refused = Repository.files(".java").stream()
                .filter(file -> file.startsWith(main))
                .flatMap(file -> prose(Repository.text(file))
                        .flatMap(text -> refused(text).stream())
                        .map(phrase -> Repository.name(file) + ": " + phrase))
                .toList();
        assertEquals(List.of(), refused);
    }

    @Test
    void refusedPhrasesAreFoundInDocumentsAndCode() {
        assertEquals(
                1,
                refused(Prose.visible("Whoever reads ([why](adr/0008-associated-anew.md)) is welcome."))
                        .size());
        List<String> found = prose("/// Counts the votes, and\n/// no more.\nlog(\"computed anew\"); int anew = 1;")
                .flatMap(text -> refused(text).stream())
                .toList();
        assertEquals(2, found.size(), found.toString());
    }

    @Test
    void sentencesAreCountedAsAReaderCounts() {
        Prose prose = Prose.of("""
                # No sentence

                Two words. `./lynceus up` starts it (Tranin et al. 2022).

                | a | table |
                - one item
                - another, see [the long page](with/an/address.md)
                """);
        assertEquals(
                List.of(2, 7, 2, 5),
                prose.sentences().stream().map(Prose.Sentence::words).toList());
        assertEquals(4, prose.meanWords());
    }

    /// The comments of a source file, each joined to one line, and its string literals.
    private static Stream<String> prose(String source) {
        return Stream.of(COMMENT, LITERAL, TEXT_BLOCK)
                .flatMap(pattern -> pattern.matcher(source).results().map(MatchResult::group))
                .map(text -> COMMENT_MARK.matcher(text).replaceAll(" "));
    }

    private static List<String> refused(String text) {
        return REFUSED.matcher(text)
                .results()
                .map(match -> text.substring(Math.max(0, match.start() - 40), Math.min(text.length(), match.end() + 20))
                        .replace('\n', ' '))
                .toList();
    }
}
