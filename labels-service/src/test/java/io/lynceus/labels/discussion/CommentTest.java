package io.lynceus.labels.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTest {
    private static Comment.Draft draft(String author, String text) {
        return new Comment.Draft("lx-a", author, "1", text);
    }

    private static String refusal(String author, String text) {
        return assertThrows(IllegalArgumentException.class, () -> draft(author, text))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "&lt;b&gt; &amp;amp;",
                "'); DROP TABLE comments; --",
                "two\nlines\tand a tab",
                "\u05d0\u05d1 \u200f(\u05d2)",
                "\ud83d\udc69\u200d\ud83d\ude80 na\u00efve \u65e5\u672c\u8a9e"
            })
    void textIsKeptAsItIsWhateverItLooksLike(String text) {
        assertEquals(text, draft("ada", text).text());
    }

    @Test
    void linesEndInLineFeeds() {
        assertEquals("a\nb", draft("ada", "a\r\nb").text());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x7, 0xD, 0x1B, 0x7F, 0x85, 0x202E, 0x2066, 0xFFFE, 0xFDD0, 0x1FFFF, 0xD800})
    void whatShowsNothingIsRefusedAndNamed(int character) {
        String named = "it has the character U+" + "%04X".formatted(character);
        assertTrue(refusal("ada", "a" + Character.toString(character) + "b").contains(named));
        assertTrue(refusal("a" + Character.toString(character) + "b", "text").contains(named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ad\u200ba", "ada\nbob", "a\tb", "a\u2028b", "ada\u200f"})
    void namesHaveNothingInvisible(String author) {
        assertTrue(refusal(author, "text").startsWith("user must be plain text; it has the character U+"));
    }

    @Test
    void lengthIsCountedInCharactersAndInLines() {
        assertEquals(4000, draft("ada", "\ud83d\ude80".repeat(2000)).text().length());
        assertEquals(
                "text must have 1 to 2000 characters, not only blanks; it has 2001", refusal("ada", "x".repeat(2001)));
        assertEquals("text must have 1 to 2000 characters, not only blanks; it has 2", refusal("ada", " \n"));
        assertEquals("text must have at most 50 lines; it has 51", refusal("ada", "x\n".repeat(51)));
        assertEquals("user must have 1 to 100 characters, not only blanks: ''", refusal("", "text"));
    }
}
