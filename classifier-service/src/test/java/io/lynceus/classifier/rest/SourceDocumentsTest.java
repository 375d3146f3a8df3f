package io.lynceus.classifier.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.HistoryEntry;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.rest.SourceDocuments.HistoryDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceDocumentsTest {
    @Test
    void everyChangeOfClassSaysFromWhatToWhatAndWhy() {
        HistoryDocument document = HistoryDocument.of(
                "lx-1",
                List.of(
                        entry("d3", 2, "Star", 8, 4),
                        entry("d2", 1, "XRB", 8, 3),
                        entry("d2", 1, "AGN", 7, 3),
                        entry("d1", 1, "AGN", 7, 2),
                        entry("d0", 1, "CV", 7, 1)));
        assertEquals(
                List.of(
                        "XRB to Star because of association of d3, revision 4",
                        "AGN to XRB because of model of d2, revision 3",
                        "CV to AGN because of epoch of d1, revision 2"),
                document.changes().stream()
                        .map(change -> change.from() + " to " + change.to() + " because of " + change.because() + " of "
                                + change.detectionId() + ", revision " + change.revision())
                        .toList());
        assertEquals(5, document.history().size());
    }

    private static HistoryEntry entry(
            String detection, int association, String sourceClass, long activation, long revision) {
        return new HistoryEntry(
                detection,
                association,
                "Chandra",
                new SourceClass(sourceClass),
                Map.of(sourceClass, 1.0),
                3,
                new ModelId("m", "" + activation),
                activation,
                revision,
                Instant.EPOCH.plusSeconds(revision));
    }
}
