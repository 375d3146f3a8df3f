package io.lynceus.gateway.surveys.rest;

import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;

/// A result column.
///
/// @param value absent where there is none
record ResultColumn(ColumnInfo info, Function<RowResult, @Nullable Object> value) {
    /// The naming scheme of the result columns.
    enum Names {
        /// After the fields of `POST /api/v1/classify`, with `lx_` before them.
        LYNCEUS,
        /// As in the catalogues of Tranin et al. 2022: `PbaC0` ..., `prediction`, `ClMargin`, `outlier`, `alt`.
        AUTHORS
    }

    /// @param classes in the order of the authors' numbers
    static List<ResultColumn> all(List<String> classes, Names names) {
        boolean ours = names == Names.LYNCEUS;
        List<ResultColumn> columns = new ArrayList<>();
        columns.add(
                text(ours ? "lx_class" : "prediction", "src.class", "Most probable class", ClassifiedRow::sourceClass));
        columns.add(number(
                "lx_probability",
                "stat.probability;src.class",
                "Posterior probability of that class",
                found -> found.probability()));
        for (int c = 0; c < classes.size(); c++) {
            String sourceClass = classes.get(c);
            columns.add(number(
                    ours ? "lx_prob_" + sourceClass.toLowerCase(Locale.ROOT) : "PbaC" + c,
                    "stat.probability;src.class",
                    "Posterior probability of class " + sourceClass,
                    found -> found.probabilities().get(sourceClass)));
        }
        columns.add(number(
                ours ? "lx_margin" : "ClMargin",
                "stat.param;src.class",
                "2 P - 1 of the most probable class",
                ClassifiedRow::margin));
        columns.add(number(
                ours ? "lx_outlier_measure" : "outlier",
                "stat.likelihood;src.class",
                "-log10 of the largest unnormalised class score, prior included; large: unusual for every class",
                ClassifiedRow::outlierMeasure));
        columns.add(number(
                "lx_outlier_false_alarm",
                "stat.probability",
                "Share of held-out sources of the class that are at least as unusual",
                found -> found.falseAlarm().isPresent() ? found.falseAlarm().getAsDouble() : null));
        columns.add(text(
                ours ? "lx_alternative" : "alt",
                "src.class",
                "Classes that would be the most probable without a category of the evidence",
                found -> String.join(" ", found.alternatives())));
        columns.add(text("lx_model", "meta.version", "Model that spoke: name and version", ClassifiedRow::model));
        columns.add(of(
                "lx_refused",
                String.class,
                "meta.note",
                "Why the row has no class",
                result -> result instanceof RefusedRow(String reason) ? reason : null));
        return columns;
    }

    private static ResultColumn text(
            String name, String ucd, String description, Function<ClassifiedRow, @Nullable String> value) {
        return of(name, String.class, ucd, description, result -> found(result, value));
    }

    private static ResultColumn number(
            String name, String ucd, String description, Function<ClassifiedRow, @Nullable Double> value) {
        return of(name, Double.class, ucd, description, result -> found(result, value));
    }

    private static <T> @Nullable T found(RowResult result, Function<ClassifiedRow, @Nullable T> value) {
        return result instanceof ClassifiedRow classified ? value.apply(classified) : null;
    }

    private static ResultColumn of(
            String name, Class<?> type, String ucd, String description, Function<RowResult, @Nullable Object> value) {
        ColumnInfo info = new ColumnInfo(name, type, description);
        info.setUCD(ucd);
        return new ResultColumn(info, value);
    }

    /// The same column under a name that is not taken.
    ResultColumn besides(List<String> taken) {
        String name = info.getName();
        while (taken.contains(name)) {
            name += "_";
        }
        ColumnInfo renamed = new ColumnInfo(info);
        renamed.setName(name);
        return new ResultColumn(renamed, value);
    }
}
