package io.lynceus.classifier.storage;

import io.lynceus.classifier.SourceQuery;
import io.lynceus.classifier.SourceQuery.Cone;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A query for sources as native SQL with its parameters, built condition by condition.
final class SourceSearch {
    /// The strangest first: the calibrated share, then the measure it is the tail of.
    private static final String STRANGEST_FIRST = "outlier_false_alarm, -outlier_measure, source_id";

    /// Sine of the galactic latitude; the pole lies at 192.85948, +27.12825 (ICRS; Hipparcos catalogue, ESA SP-1200,
    /// vol. 1, sect. 1.5.3).
    private static final String SIN_LATITUDE =
            "(sind(dec_deg) * sind(27.12825) + cosd(dec_deg) * cosd(27.12825) * cosd(ra_deg - 192.85948))";

    /// All names begin so. A part that begins so is the beginning of a name, which has an index.
    private static final String ACRONYM = "lxs j";

    private final StringBuilder sql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    SourceSearch(String columns, SourceQuery query) {
        sql = new StringBuilder("SELECT " + columns + " FROM sources WHERE true");
        query.sourceClass().ifPresent(sourceClass -> where("class = ?", sourceClass.name()));
        query.minProbability().ifPresent(least -> where("probability >= ?", least));
        query.minOutlier().ifPresent(least -> where("outlier_measure >= ?", least));
        query.minVariability().ifPresent(least -> where("variability >= ?", least));
        query.minAbsLatitude().ifPresent(least -> where("abs" + SIN_LATITUDE + " >= sind(?)", least));
        query.maxAbsLatitude().ifPresent(most -> where("abs" + SIN_LATITUDE + " <= sind(?)", most));
        query.name().ifPresent(this::named);
        query.mission()
                .ifPresent(mission -> where(
                        "EXISTS (SELECT FROM classifications c WHERE c.source_id = sources.source_id AND c.mission ="
                                + " ?)",
                        mission));
        query.cone().ifPresent(this::withinCone);
        query.outliers().ifPresent(share -> where("outlier_false_alarm <= ?", share));
        boolean byStrangeness = query.outliers().isPresent();
        query.after()
                .ifPresent(id -> where(
                        byStrangeness
                                ? "(" + STRANGEST_FIRST + ") > (SELECT " + STRANGEST_FIRST
                                        + " FROM sources WHERE source_id = ?)"
                                : "source_id > ?",
                        id));
        sql.append(" ORDER BY ")
                .append(byStrangeness ? STRANGEST_FIRST : "source_id")
                .append(" LIMIT ")
                .append(parameter((long) query.limit()));
    }

    /// The statement, its parameters as `:p1`, `:p2`, ...
    String sql() {
        return sql.toString();
    }

    /// Values of the parameters by name, in order.
    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /// Haversine of the separation, without a root: good at every angle up to 180 deg.
    ///
    /// The cells are literals in the SQL, so that the planner knows how few sources they hold. With parameters it
    /// walks through all sources in the order of their ids.
    private void withinCone(Cone cone) {
        where(SkyCells.ranges(cone).stream()
                .map(range -> "cell >= " + range.from() + " AND cell < " + range.to())
                .collect(Collectors.joining(" OR ", "(", ")")));
        double halfRadiusDeg = cone.radiusArcsec() / 3600 / 2;
        where(
                "power(sind((dec_deg - ?) / 2), 2) + cosd(dec_deg) * cosd(?) * power(sind((ra_deg - ?) / 2), 2)"
                        + " <= power(sind(?), 2)",
                cone.centre().decDeg(),
                cone.centre().decDeg(),
                cone.centre().raDeg(),
                halfRadiusDeg);
    }

    private void named(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (lower.startsWith(ACRONYM)) {
            where("lower(name) LIKE ?", lower.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        } else {
            where("strpos(lower(name), lower(?)) > 0", part);
        }
    }

    /// Adds a condition; each `?` stands for the next of the values.
    private void where(String condition, Object... values) {
        String named = condition;
        for (Object value : values) {
            named = named.replaceFirst("\\?", parameter(value));
        }
        sql.append(" AND ").append(named);
    }

    private String parameter(Object value) {
        String name = "p" + (parameters.size() + 1);
        parameters.put(name, value);
        return ":" + name;
    }
}
