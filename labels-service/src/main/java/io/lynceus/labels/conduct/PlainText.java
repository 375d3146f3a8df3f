package io.lynceus.labels.conduct;

import java.util.Locale;

/// Plain text of users; markup in it is shown as it was written.
///
/// Control characters, halves of surrogate pairs, noncharacters and characters that reorder the text around them are
/// refused: readers would not see what was written.
///
/// Sources: The Unicode Standard, version 16.0, sections 23.1, 23.2 and 23.7; Boucher & Anderson 2023, Trojan Source,
/// USENIX Security, arXiv:2111.00169.
public final class PlainText {
    private static final int MOST_LINES = 50;

    private PlainText() {}

    /// A name on one line, without invisible characters: what looks the same is the same.
    ///
    /// @param field what it is called in the refusal
    /// @param most [characters]
    public static String line(String field, String text, int most) {
        int characters = characters(text);
        if (text.isBlank() || characters > most) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + most + " characters, not only blanks: '" + abridged(text) + "'");
        }
        refuse(field, text, true);
        return text;
    }

    /// Text that may have several lines, which end in line feeds.
    public static String lines(String field, String text, int most) {
        String lines = text.replace("\r\n", "\n");
        int characters = characters(lines);
        if (lines.isBlank() || characters > most) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + most + " characters, not only blanks; it has " + characters);
        }
        long count = lines.lines().count();
        if (count > MOST_LINES) {
            throw new IllegalArgumentException(field + " must have at most " + MOST_LINES + " lines; it has " + count);
        }
        refuse(field, lines, false);
        return lines;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void refuse(String field, String text, boolean name) {
        text.codePoints()
                .filter(character -> !(name ? isPartOfName(character) : isPartOfText(character)))
                .findFirst()
                .ifPresent(character -> {
                    throw new IllegalArgumentException(field + " must be plain text; it has the character "
                            + String.format(Locale.ROOT, "U+%04X", character) + ", which shows nothing: leave it out");
                });
    }

    private static boolean isPartOfText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> !isNoncharacter(character) && !reorders(character);
        };
    }

    private static boolean isPartOfName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> isPartOfText(character);
        };
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    /// Embeddings, overrides and isolates; the marks that single letters need stay.
    private static boolean reorders(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
