package io.lynceus.crossmatch.catalogue;

import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.Require;
import java.time.Instant;

/// Origin of a catalogue version's rows, with counts of what became of them. It is not part of the version's name: the
/// same table imported again is the same version, and keeps the provenance of its first import.
///
/// @param table name of the file, or of the folder of a table in many files
/// @param tableBytes its size, all files together [bytes]
/// @param description SHA-256 of the description that it was read by
/// @param imported when
/// @param rowsRead the sum of the other counts
/// @param rowsKept rows of the catalogue
/// @param rowsNotAccepted left out because the description does not accept their type
/// @param rowsSkipped that could not be used
/// @param lynceus version of the software
public record CatalogueProvenance(
        String table,
        long tableBytes,
        ContentDigest description,
        Instant imported,
        long rowsRead,
        long rowsKept,
        long rowsNotAccepted,
        long rowsSkipped,
        String lynceus) {
    public CatalogueProvenance {
        Require.text("name of a catalogue's table", table);
        Require.notNegative("size of a catalogue's table", tableBytes, "bytes");
        Require.notNegative("rows kept", rowsKept, "");
        Require.notNegative("rows not accepted", rowsNotAccepted, "");
        Require.notNegative("rows skipped", rowsSkipped, "");
        if (rowsRead != rowsKept + rowsNotAccepted + rowsSkipped) {
            throw new IllegalArgumentException("rows read are " + rowsRead + ", must be the sum of " + rowsKept
                    + " kept, " + rowsNotAccepted + " not accepted and " + rowsSkipped + " skipped");
        }
        Require.text("version of Lynceus", lynceus);
    }
}
