package io.lynceus.classifier.files;

import io.lynceus.classifier.evaluation.ComparisonReport;
import io.lynceus.classifier.evaluation.ComparisonReport.Difference;
import io.lynceus.classifier.evaluation.ComparisonReport.MoveCount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A comparison as JSON text, for programs.
///
/// @param names of the judged table's sources, by row
public record ComparisonDocument(ComparisonReport report, List<String> names) {
    public ComparisonDocument {
        names = List.copyOf(names);
    }

    private record Document(
            String first,
            String second,
            int folds,
            long seed,
            Map<String, Integer> rows,
            List<Difference> differences,
            List<MoveCount> moveCounts,
            List<NamedMove> moves) {}

    private record NamedMove(
            String source,
            String truth,
            String before,
            double probabilityBefore,
            String after,
            double probabilityAfter) {}

    public String json() {
        return ModelDocument.write(new Document(
                        report.first(),
                        report.second(),
                        report.folds(),
                        report.seed(),
                        new TreeMap<>(report.rows()),
                        report.differences(),
                        report.counts(),
                        report.moves().stream()
                                .map(move -> new NamedMove(
                                        names.get(move.row()),
                                        move.truth().name(),
                                        move.before().name(),
                                        move.probabilityBefore(),
                                        move.after().name(),
                                        move.probabilityAfter()))
                                .toList()))
                + '\n';
    }
}
