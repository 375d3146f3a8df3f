package io.lynceus.classifier.storage;

import io.lynceus.classifier.SourceQuery;
import io.lynceus.classifier.SourceQuery.Cone;
import io.lynceus.sky.CellRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A query for sources as SQL with its parameters, built condition by condition.
final class SourceSearch {
    /// The strangest first: the calibrated share, then the measure it is the tail of.
    private static final String STRANGEST_FIRST = "outlier_false_alarm, -outlier_measure, source_id";

    /// Sine of the galactic latitude; the pole lies at 192.85948, +27.12825 (ICRS; Hipparcos catalogue, ESA SP-1200,
    /// vol. 1, sect. 1.5.3).
    private static final String SIN_LATITUDE =
            "(sind(dec_deg) * sind(27.12825) + cosd(dec_deg) * cosd(27.12825) * cosd(ra_deg - 192.85948))";

    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    SourceSearch(String columns, SourceQuery query) {
        sql = new StringBuilder("SELECT " + columns + " FROM source");
        query.cone().ifPresent(this::joinCells);
        sql.append(" WHERE true");
        query.sourceClass().ifPresent(sourceClass -> where("class = ?", sourceClass.name()));
        query.minProbability().ifPresent(least -> where("probability >= ?", least));
        query.minOutlier().ifPresent(least -> where("outlier_measure >= ?", least));
        query.minVariability().ifPresent(least -> where("variability >= ?", least));
        query.minAbsLatitude().ifPresent(least -> where("abs" + SIN_LATITUDE + " >= sind(?)", least));
        query.maxAbsLatitude().ifPresent(most -> where("abs" + SIN_LATITUDE + " <= sind(?)", most));
        query.name().ifPresent(part -> where("strpos(lower(name), lower(?)) > 0", part));
        query.mission()
                .ifPresent(mission -> where(
                        "EXISTS (SELECT FROM classification c WHERE c.source_id = source.source_id AND c.mission = ?)",
                        mission));
        query.cone().ifPresent(this::withinCone);
        query.outliers().ifPresent(share -> where("outlier_false_alarm <= ?", share));
        boolean byStrangeness = query.outliers().isPresent();
        query.after()
                .ifPresent(id -> where(
                        byStrangeness
                                ? "(" + STRANGEST_FIRST + ") > (SELECT " + STRANGEST_FIRST
                                        + " FROM source WHERE source_id = ?)"
                                : "source_id > ?",
                        id));
        sql.append(" ORDER BY ")
                .append(byStrangeness ? STRANGEST_FIRST : "source_id")
                .append(" LIMIT ?");
        parameters.add(query.limit());
    }

    /// The statement with its parameters bound; the caller closes it.
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < parameters.size(); i++) {
            Object parameter = parameters.get(i);
            statement.setObject(
                    i + 1, parameter instanceof Long[] cells ? connection.createArrayOf("bigint", cells) : parameter);
        }
        return statement;
    }

    private void joinCells(Cone cone) {
        List<CellRange> ranges = SkyCells.ranges(cone);
        sql.append(" JOIN unnest(?, ?) AS range (first, past) ON cell >= first AND cell < past");
        parameters.add(ranges.stream().map(CellRange::from).toArray(Long[]::new));
        parameters.add(ranges.stream().map(CellRange::to).toArray(Long[]::new));
    }

    /// Haversine of the separation, without a root: good at every angle up to 180 deg.
    private void withinCone(Cone cone) {
        double radiusDeg = cone.radiusArcsec() / 3600;
        where(
                "power(sind((dec_deg - ?) / 2), 2) + cosd(dec_deg) * cosd(?) * power(sind((ra_deg - ?) / 2), 2)"
                        + " <= power(sind(? / 2), 2)",
                cone.centre().decDeg(),
                cone.centre().decDeg(),
                cone.centre().raDeg(),
                radiusDeg);
    }

    private void where(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }
}
