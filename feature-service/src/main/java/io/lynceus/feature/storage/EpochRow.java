package io.lynceus.feature.storage;

import org.jspecify.annotations.Nullable;

/// A row of the table `epochs`.
///
/// @param epoch JSON, see [EpochJson]
/// @param digest `null` where it was not asked for
/// @param features `null` where they were not asked for
@SuppressWarnings("ArrayRecordComponent") // A row lives between two lines of the store and is never compared.
record EpochRow(
        String detectionId,
        String sourceId,
        long revision,
        String epoch,
        byte @Nullable [] digest,
        byte @Nullable [] features) {}
