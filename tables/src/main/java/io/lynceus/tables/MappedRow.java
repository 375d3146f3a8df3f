package io.lynceus.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.lynceus.contracts.Detection;
import io.lynceus.contracts.RawJson;
import io.lynceus.contracts.SchemaCheck;
import io.lynceus.contracts.Topic;
import io.lynceus.contracts.Wire;
import io.lynceus.sky.JulianEpoch;
import io.lynceus.tables.TableMapping.BandColumns;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row of a table, read through a mapping. Blank cells and their usual stand-ins are missing values.
public final class MappedRow {
    private static final SchemaCheck SCHEMA = new SchemaCheck(Topic.DETECTIONS.schema());

    private static final Set<String> STAND_INS = Set.of("", "nan", "null", "none", "--");

    /// Dates are given to the nearest second: a date of the table is not exact in binary.
    private static final long HALF_A_SECOND = 500;

    private final TableMapping mapping;
    private final Map<String, Integer> indices;
    private final List<String> cells;

    /// @param indices place of each column by its name
    public MappedRow(TableMapping mapping, Map<String, Integer> indices, List<String> cells) {
        this.mapping = mapping;
        this.indices = indices;
        this.cells = cells;
    }

    /// A detection that keeps its schema.
    ///
    /// @param json the detection as JSON, with its `$schema`
    /// @param tree the same JSON, parsed
    public record CheckedDetection(Detection detection, RawJson json, JsonNode tree) {}

    /// The row as a detection that keeps its schema.
    ///
    /// @throws RowRefused where a value is missing, unreadable or impossible
    public Detection detection() {
        return checkedDetection().detection();
    }

    /// The row as a detection that keeps its schema, with the JSON that was checked.
    ///
    /// @throws RowRefused where a value is missing, unreadable or impossible
    public CheckedDetection checkedDetection() {
        Detection detection = unchecked();
        byte[] json = Wire.write(detection.withSchema());
        JsonNode tree = Wire.tree(json);
        List<String> problems = SCHEMA.problems(tree);
        if (!problems.isEmpty()) {
            throw new RowRefused(String.join("; ", problems));
        }
        return new CheckedDetection(detection, RawJson.of(json), tree);
    }

    private Detection unchecked() {
        return new Detection(
                null,
                needed("id"),
                needed("mission"),
                text("instrument"),
                text("source_name"),
                start(),
                new Detection.Position(
                        neededNumber("ra_deg"),
                        neededNumber("dec_deg"),
                        neededNumber("error_major_arcsec"),
                        number("error_minor_arcsec"),
                        number("error_angle_deg"),
                        number("error_containment")),
                bands(),
                number("signal_to_noise"),
                number("intra_observation_variability"),
                number("inter_observation_variability"),
                number("photon_index"),
                number("photon_index_error"));
    }

    /// The text in a column; `null` where blank.
    public @Nullable String cell(String column) {
        Integer index = indices.get(column);
        String cell =
                index == null || index >= cells.size() ? "" : cells.get(index).strip();
        return STAND_INS.contains(cell.toLowerCase(Locale.ROOT)) ? null : cell;
    }

    /// The number in a column times the column's factor; `null` where blank.
    ///
    /// @throws RowRefused where it is no number
    public @Nullable Double numberIn(@Nullable String column) {
        if (column == null) {
            return null;
        }
        String cell = cell(column);
        if (cell == null) {
            return null;
        }
        double number = number(column, cell) * mapping.factors().getOrDefault(column, 1.0);
        return mapping.complements().contains(column) ? 1 - number : number;
    }

    private @Nullable String start() {
        String start = text("start");
        Double mjd = number("start_mjd");
        return start != null || mjd == null
                ? start
                : JulianEpoch.ofMjd(mjd)
                        .instant()
                        .plusMillis(HALF_A_SECOND)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    private List<Detection.Band> bands() {
        List<Detection.Band> bands = new ArrayList<>();
        mapping.bands().forEach((name, columns) -> {
            Detection.Band band = band(name, columns);
            if (band != null) {
                bands.add(band);
            }
        });
        if (bands.isEmpty()) {
            throw new RowRefused("no band has a flux or an upper limit");
        }
        return bands;
    }

    private Detection.@Nullable Band band(String name, BandColumns columns) {
        Double flux = numberIn(columns.fluxCgs());
        Double limit = flux == null ? numberIn(columns.upperLimitCgs()) : null;
        return flux == null && limit == null
                ? null
                : new Detection.Band(
                        name,
                        columns.lowKev(),
                        columns.highKev(),
                        flux,
                        flux == null ? null : fluxError(columns),
                        limit,
                        limit == null ? null : columns.upperLimitConfidence());
    }

    private @Nullable Double fluxError(BandColumns columns) {
        Double error = numberIn(columns.fluxErrorCgs());
        Double plus = numberIn(columns.fluxErrorPlusCgs());
        Double minus = numberIn(columns.fluxErrorMinusCgs());
        Double low = numberIn(columns.fluxLowCgs());
        Double high = numberIn(columns.fluxHighCgs());
        if (error == null && plus != null && minus != null) {
            return (Math.abs(plus) + Math.abs(minus)) / 2;
        }
        return error == null && low != null && high != null ? (Double) ((high - low) / 2) : error;
    }

    private @Nullable String text(String quantity) {
        String column = mapping.columns().get(quantity);
        String cell = column == null ? null : cell(column);
        return cell == null ? mapping.defaults().get(quantity) : cell;
    }

    private @Nullable Double number(String quantity) {
        Double number = numberIn(mapping.columns().get(quantity));
        String otherwise = mapping.defaults().get(quantity);
        return number == null && otherwise != null ? (Double) number(quantity, otherwise) : number;
    }

    private String needed(String quantity) {
        String text = text(quantity);
        if (text == null) {
            throw missing(quantity);
        }
        return text;
    }

    private double neededNumber(String quantity) {
        Double number = number(quantity);
        if (number == null) {
            throw missing(quantity);
        }
        return number;
    }

    private RowRefused missing(String quantity) {
        String column = mapping.columns().get(quantity);
        return new RowRefused(quantity + " is missing" + (column == null ? "" : ": column " + column + " is blank"));
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new RowRefused(name + " is '" + text + "', must be a number");
        }
    }
}
