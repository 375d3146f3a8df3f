package io.lynceus.standalone.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sentences of a Markdown document.
///
/// Fences, tables, headings, images and displayed formulas are no prose. A list item is at least one sentence, and so
/// is a paragraph. Inline code and an inline formula count as one word, a link as its text.
record Prose(List<Sentence> sentences) {
    private static final Pattern ASIDE = Pattern.compile("(?ms)^```.*?^```\\s*$|\\$\\$.*?\\$\\$|<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)\\s]*\\)");
    private static final Pattern AS_ONE_WORD = Pattern.compile("`[^`]*`|\\$[^$]*\\$");
    private static final Pattern ABBREVIATION = Pattern.compile("\\b(al|eq|e\\.g|i\\.e|Ser|Conf)\\.");
    private static final Pattern ITEM = Pattern.compile("([-*]|\\d+\\.)\\s+(.*)");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?])[)*\"”]*\\s+");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /// A sentence with the number of its words.
    record Sentence(String text, int words) {
        private static Sentence of(String text) {
            return new Sentence(text, (int) WORD.matcher(text).results().count());
        }
    }

    static Prose of(String markdown) {
        return new Prose(paragraphs(markdown).stream()
                .map(paragraph -> LINK.matcher(paragraph).replaceAll("$1"))
                .map(paragraph -> AS_ONE_WORD.matcher(paragraph).replaceAll("code"))
                .map(paragraph -> ABBREVIATION.matcher(paragraph).replaceAll("$1"))
                .flatMap(END_OF_SENTENCE::splitAsStream)
                .map(Sentence::of)
                .filter(sentence -> sentence.words() > 0)
                .toList());
    }

    /// The text that a reader sees, without fences and addresses of links.
    static String visible(String markdown) {
        return LINK.matcher(ASIDE.matcher(markdown).replaceAll("")).replaceAll("$1");
    }

    private static List<String> paragraphs(String markdown) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : ASIDE.matcher(markdown)
                .replaceAll("\n\n")
                .lines()
                .map(String::strip)
                .toList()) {
            Matcher item = ITEM.matcher(line);
            boolean aside = line.isEmpty() || Stream.of("|", "#", "![").anyMatch(line::startsWith);
            if (aside || item.matches()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (!aside) {
                paragraph.append(item.matches() ? item.group(2) : line).append(' ');
            }
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    double meanWords() {
        return sentences.stream().mapToInt(Sentence::words).average().orElse(0);
    }

    List<Sentence> longest(int count) {
        return sentences.stream()
                .sorted(Comparator.comparingInt(Sentence::words).reversed())
                .limit(count)
                .toList();
    }
}
