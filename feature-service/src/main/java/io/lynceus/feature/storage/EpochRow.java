package io.lynceus.feature.storage;

import org.jspecify.annotations.Nullable;

/// A row of the table `epochs`.
///
/// @param sourceId `null` where the epoch has left its source and word of where it went is on its way
/// @param revision of the source, that the epoch brought it to
/// @param associationRevision of the epoch's association with its source
/// @param epoch JSON, see [EpochJson]
/// @param digest `null` where it was not asked for
/// @param features `null` where they were not asked for
@SuppressWarnings("ArrayRecordComponent") // A row lives between two lines of the store and is never compared.
record EpochRow(
        String detectionId,
        @Nullable String sourceId,
        long revision,
        int associationRevision,
        String epoch,
        byte @Nullable [] digest,
        byte @Nullable [] features) {
    EpochRow departed() {
        return new EpochRow(detectionId, null, revision, associationRevision, epoch, digest, features);
    }
}
