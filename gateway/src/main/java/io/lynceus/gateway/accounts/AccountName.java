package io.lynceus.gateway.accounts;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The pseudonym of an account's owner, visible to everybody.
///
/// A name has 3 to 40 characters in Unicode's form NFKC: Latin letters and digits, and between them `.`, `_` and `-`.
/// With one script only, no two names look alike.
///
/// @param text the name, as shown
public record AccountName(String text) {
    /// [characters]
    static final int LONGEST = 40;

    private static final Pattern FORM = Pattern.compile("[\\p{IsLatin}0-9][\\p{IsLatin}0-9._-]{1,38}[\\p{IsLatin}0-9]");

    /// Beginnings of the names of guests and of forgotten users.
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

    /// The key of the name: equal for names that differ only in upper and lower case.
    public String key() {
        return key(text);
    }

    /// The key of a text that may be a name.
    public static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String abridged(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
