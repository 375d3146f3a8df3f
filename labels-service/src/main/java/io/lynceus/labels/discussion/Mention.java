package io.lynceus.labels.discussion;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A name of a source within a text.
///
/// @param offset where it begins, from 0 [UTF-16 code units, as Java and JavaScript count]
/// @param length >= 1 [UTF-16 code units]
/// @param name as its catalogue spells it, however it was written
public record Mention(int offset, int length, Kind kind, String name) {

    /// Whose name it is.
    public enum Kind {
        /// The id of a source of this suite, as in `lx-gezdgnbvgy3t`.
        SOURCE("lx-", "", "[a-z2-7]{12}", prefix -> "lx-"),
        /// The name of a source of this suite, as in `LXS J100027.9+021220`.
        LYNCEUS("LXS", " ", Pieces.TENTHS, Kind::upper),
        /// XMM-Newton serendipitous source catalogues. Webb et al. 2020, A&A 641, A136.
        XMM("[2-5]XMM", " ", Pieces.TENTHS, Kind::upper),
        /// Chandra Source Catalog; X is an extended source. Evans et al. 2024, ApJS 274, 22.
        CHANDRA("[12]CXO", " ", Pieces.TENTHS + "X?", Kind::upper),
        /// Swift-XRT point sources. Evans et al. 2020, ApJS 247, 54.
        SWIFT("[12L]SXPS", " ", Pieces.TENTHS, Kind::upper),
        /// eROSITA all-sky surveys. Merloni et al. 2024, A&A 682, A34.
        EROSITA("[1-5]eRASS", " ", Pieces.TENTHS, prefix -> prefix.charAt(0) + "eRASS"),
        /// Gaia source_id. Gaia Collaboration, Vallenari et al. 2023, A&A 674, A1.
        GAIA("Gaia" + Pieces.BLANK + "?(?:E?DR3|DR2)", " ", "[1-9][0-9]{0,18}", Kind::gaia),
        /// Two Micron All Sky Survey. Skrutskie et al. 2006, AJ 131, 1163.
        TWO_MASS("2MASS", " ", Pieces.J_HMS + "[0-9]{2}" + Pieces.DMS + "[0-9]", Kind::upper),
        /// AllWISE. Cutri et al. 2013, CDS II/328.
        WISE("WISEA", " ", Pieces.J_HMS + "\\.[0-9]{2}" + Pieces.DMS + "\\.[0-9]", Kind::upper);

        private final Pattern pattern;
        private final String joint;
        private final UnaryOperator<String> prefix;

        Kind(String prefix, String joint, String rest, UnaryOperator<String> spelling) {
            this.pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(" + prefix + ")" + (joint.isEmpty() ? "" : Pieces.BLANK + "?") + "(" + rest
                            + ")(?![\\p{L}\\p{N}])",
                    CASE_INSENSITIVE);
            this.joint = joint;
            this.prefix = spelling;
        }

        /// E.g. `two_mass`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private List<Mention> in(String text) {
            return pattern.matcher(text)
                    .results()
                    .map(found -> new Mention(found.start(), found.end() - found.start(), this, spelled(found)))
                    .toList();
        }

        private String spelled(MatchResult found) {
            String rest = found.group(2).replace('\u2212', '-');
            return prefix.apply(found.group(1))
                    + joint
                    + (this == SOURCE ? rest.toLowerCase(Locale.ROOT) : upper(rest));
        }

        private static String upper(String text) {
            return text.toUpperCase(Locale.ROOT);
        }

        private static String gaia(String prefix) {
            return "Gaia " + upper(prefix).substring(4).strip().replace("\u00a0", "");
        }
    }

    /// What names made of positions are made of.
    private static final class Pieces {
        static final String BLANK = "[ \u00a0]";
        static final String J_HMS = "J(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]";
        /// The sign may be a typeset minus.
        static final String DMS = "[-+\u2212][0-9]{2}[0-5][0-9][0-5][0-9]";
        static final String TENTHS = J_HMS + "\\.[0-9]" + DMS;
    }

    /// All mentions in a text, from its beginning to its end.
    public static List<Mention> in(String text) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.in(text).stream())
                .sorted(Comparator.comparingInt(Mention::offset))
                .toList();
    }
}
