package io.lynceus.gateway.vo.rest;

import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A request of the cone search.
///
/// Names of parameters are case-insensitive, their order does not matter, and unknown parameters are ignored.
///
/// Source: REC-SCS-1.03, section 2, 1 and 3 (RA, DEC, SR, VERB); DALI 1.1, section 3.4 (MAXREC, RESPONSEFORMAT).
///
/// @param radiusDeg in [0, 180] deg; 0 asks for the columns alone
/// @param verbosity 1 for the fewest columns to 3 for all
/// @param maxRecords most rows to answer, at least 0; 0 asks for the columns alone
record ConeRequest(SkyPosition centre, double radiusDeg, int verbosity, int maxRecords, TableFormat format) {
    /// Right ascension and declination lie on the whole sky, and so may the cone [deg].
    static final double MAX_RADIUS_DEG = 180;

    /// The default of VERB.
    static final int USUAL_VERBOSITY = 2;

    private static final List<String> KNOWN = List.of("RA", "DEC", "SR", "VERB", "MAXREC", "RESPONSEFORMAT");

    /// Decimal numbers only: Java would read `NaN`, `1d` and hexadecimal ones too.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern VERBOSITY = Pattern.compile("[123]");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    /// @param query values by parameter
    /// @param mostRecords that the service answers, whatever MAXREC asks for
    /// @throws Problem 400 naming the parameter, its value and what it must be
    static ConeRequest of(Map<String, List<String>> query, int mostRecords) {
        Map<String, String> values = new TreeMap<>();
        query.forEach((name, given) -> {
            String parameter = name.toUpperCase(Locale.ROOT);
            if (KNOWN.contains(parameter)
                    && (given.size() > 1
                            || values.put(parameter, given.getFirst().strip()) != null)) {
                throw Problem.badRequest(parameter + " is given more than once; give it once");
            }
        });
        SkyPosition centre = new SkyPosition(degrees(values, "RA", 0, 360), degrees(values, "DEC", -90, 90));
        return new ConeRequest(
                centre,
                degrees(values, "SR", 0, MAX_RADIUS_DEG),
                verbosity(values),
                maxRecords(values, mostRecords),
                value(values, "RESPONSEFORMAT").map(TableFormat::ofMediaType).orElse(TableFormat.TABLEDATA));
    }

    private static double degrees(Map<String, String> values, String parameter, double least, double most) {
        String text = value(values, parameter)
                .orElseThrow(() -> Problem.badRequest(
                        parameter + " is missing; RA, DEC and SR are required, in decimal degrees (ICRS)"));
        if (!DECIMAL.matcher(text).matches()) {
            throw Problem.badRequest(parameter + " is '" + text + "', must be a number in decimal degrees");
        }
        double degrees = Double.parseDouble(text);
        if (!(degrees >= least && degrees <= most)) {
            throw Problem.badRequest("%s is %s, must lie in [%.0f, %.0f] deg".formatted(parameter, text, least, most));
        }
        return degrees;
    }

    private static int verbosity(Map<String, String> values) {
        return value(values, "VERB")
                .map(text -> {
                    if (!VERBOSITY.matcher(text).matches()) {
                        throw Problem.badRequest("VERB is '" + text + "', must be 1, 2 or 3");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(USUAL_VERBOSITY);
    }

    private static int maxRecords(Map<String, String> values, int mostRecords) {
        return value(values, "MAXREC")
                .map(text -> {
                    if (!COUNT.matcher(text).matches()) {
                        throw Problem.badRequest("MAXREC is '" + text + "', must be a number of rows, 0 or more");
                    }
                    return (int) Math.min(Long.parseLong(text), mostRecords);
                })
                .orElse(mostRecords);
    }

    /// Empty counts as absent (DALI 1.1, section 3.4).
    private static Optional<String> value(Map<String, String> values, String parameter) {
        return Optional.ofNullable(values.get(parameter)).filter(text -> !text.isEmpty());
    }
}
