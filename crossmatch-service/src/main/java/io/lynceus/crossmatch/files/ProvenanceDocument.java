package io.lynceus.crossmatch.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.detection.ContentDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A version's provenance as the JSON document beside its columns.
///
/// @param descriptionSha256 64 hexadecimal digits
/// @param imported in UTC, as ISO 8601 writes it
record ProvenanceDocument(
        String table,
        long tableBytes,
        String descriptionSha256,
        String imported,
        long rowsRead,
        long rowsKept,
        long rowsNotAccepted,
        long rowsSkipped,
        String lynceus) {
    static final String NAME = "provenance.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static byte[] bytes(CatalogueProvenance provenance) throws IOException {
        return JSON.writeValueAsBytes(new ProvenanceDocument(
                provenance.table(),
                provenance.tableBytes(),
                provenance.description().hex(),
                provenance.imported().toString(),
                provenance.rowsRead(),
                provenance.rowsKept(),
                provenance.rowsNotAccepted(),
                provenance.rowsSkipped(),
                provenance.lynceus()));
    }

    /// Empty where a version has none.
    static Optional<CatalogueProvenance> read(Path ofVersion) throws IOException {
        Path file = ofVersion.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), ProvenanceDocument.class)
                        .provenance())
                : Optional.empty();
    }

    private CatalogueProvenance provenance() {
        return new CatalogueProvenance(
                table,
                tableBytes,
                new ContentDigest(descriptionSha256),
                Instant.parse(imported),
                rowsRead,
                rowsKept,
                rowsNotAccepted,
                rowsSkipped,
                lynceus);
    }
}
