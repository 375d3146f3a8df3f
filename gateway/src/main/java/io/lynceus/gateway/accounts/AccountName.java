package io.lynceus.gateway.accounts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The pseudonym that the owner of an account goes by. Everybody sees it.
///
/// One script only, so that no two names look alike: Latin letters and digits, and between them `.`, `_` and `-`; 3 to
/// 40 characters in all, in Unicode's form NFKC.
///
/// @param text as it is shown
public record AccountName(String text) {
    /// [characters]
    static final int LONGEST = 40;

    private static final Pattern FORM = Pattern.compile("[\\p{IsLatin}0-9][\\p{IsLatin}0-9._-]{1,38}[\\p{IsLatin}0-9]");

    /// What guests' and forgotten people's names begin with.
    private static final List<String> RESERVED = List.of("guest-", "forgotten-");

    public AccountName {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "name must have 3 to 40 Latin letters and digits, and . _ - between them: '" + abridged(text)
                            + "'");
        }
        for (String beginning : RESERVED) {
            if (key(text).startsWith(beginning)) {
                throw new IllegalArgumentException(
                        "name must not begin with '" + beginning + "': '" + text + "'; take another one");
            }
        }
    }

    /// What names have in common that differ in upper and lower case only.
    public String key() {
        return key(text);
    }

    /// The key of what may be a name.
    public static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String abridged(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
