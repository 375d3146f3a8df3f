package io.lynceus.labels.conduct;

import java.util.regex.Pattern;

/// Pseudonym of a volunteer; all users can see it.
public final class Pseudonym {
    /// Prefix of the substitute names of forgotten volunteers; nobody else can take such a name.
    public static final String FORGOTTEN = "forgotten-";

    /// [characters]
    public static final int LIMIT = 100;

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]@[^\\s@.]+\\.[^\\s@]");

    private Pseudonym() {}

    /// The same name, if it is a valid pseudonym.
    ///
    /// @throws IllegalArgumentException if not, saying why
    public static String checked(String name) {
        PlainText.line("user", name, LIMIT);
        if (MAIL_ADDRESS.matcher(name).find()) {
            throw new IllegalArgumentException("user must not look like an e-mail address, for everybody can see it: '"
                    + abridged(name) + "'; take a pseudonym without @");
        }
        if (name.startsWith(FORGOTTEN)) {
            throw new IllegalArgumentException("user must not begin with '" + FORGOTTEN
                    + "', as those do who were forgotten: '" + abridged(name) + "'; take another pseudonym");
        }
        return name;
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
