package io.lynceus.labels.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lx-gezdgnbvgy3t                  | SOURCE   | lx-gezdgnbvgy3t
            LXS J100027.9+021220             | LYNCEUS  | LXS J100027.9+021220
            4XMM J000009.3+135618            | XMM      | 4XMM J000009.3+135618
            4xmmj000009.3-135618             | XMM      | 4XMM J000009.3-135618
            2CXO J004243.7+411604X           | CHANDRA  | 2CXO J004243.7+411604X
            2SXPS J000001.2\u2212345600      | SWIFT    | 2SXPS J000001.2-345600
            1eRASS J235959.9-895959          | EROSITA  | 1eRASS J235959.9-895959
            1ERASS\u00a0J235959.9-895959     | EROSITA  | 1eRASS J235959.9-895959
            Gaia DR3 4295806720              | GAIA     | Gaia DR3 4295806720
            gaia edr3 4295806720             | GAIA     | Gaia EDR3 4295806720
            2MASS J00000910+1356183          | TWO_MASS | 2MASS J00000910+1356183
            WISEA J000009.10+135618.3        | WISE     | WISEA J000009.10+135618.3
            """)
    void nameIsFoundAndSpelledAsItsCatalogueDoes(String written, Mention.Kind kind, String name) {
        assertEquals(List.of(new Mention(5, written.length(), kind, name)), Mention.in("See (" + written + ")."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4XMM J990009.3+135618",
                "4XMM J000009.3+136618",
                "4XMM J000009.3+1356187",
                "A4XMM J000009.3+135618",
                "9XMM J000009.3+135618",
                "4XMM\nJ000009.3+135618",
                "Gaia DR3 0",
                "Gaia DR3 12345678901234567890",
                "lx-gezdgnbvgy3",
                "lx-gezdgnbvgy3t9",
                "lx-gezdgnbvgy31"
            })
    void whatOnlyLooksLikeANameIsNone(String text) {
        assertEquals(List.of(), Mention.in(text));
    }

    @Test
    void placesAreCountedInUtf16AndInTheOrderOfTheText() {
        String text = "\ud83d\ude80 Gaia DR3 7, lx-gezdgnbvgy3t and Gaia DR3 7";
        List<Mention> found = Mention.in(text);
        assertEquals(
                List.of("Gaia DR3 7", "lx-gezdgnbvgy3t", "Gaia DR3 7"),
                found.stream()
                        .map(mention -> text.substring(mention.offset(), mention.offset() + mention.length()))
                        .toList());
        assertEquals(3, found.getFirst().offset());
    }
}
