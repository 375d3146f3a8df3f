package io.lynceus.feature;

import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.features.FeatureVector;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Keeps the epochs of all sources.
///
/// 1. An arrival under a new detection id is added to its source, whose revision grows by one; arrivals of one
///    source in a batch get consecutive revisions in their order.
/// 2. An arrival that was added before changes nothing and gives what it gave the first time.
/// 3. A known detection id with another content, or another source, changes nothing and is a conflict.
/// 4. An arrival under a known detection id with a later revision of its association replaces what was there: the epoch
///    leaves its former source. One with an earlier revision, or of a source that was merged with another, gives
///    nothing.
/// 5. Two stores that meet the same source at once give every revision once, and each revision counts all the
///    epochs of the revisions before it.
public interface EpochStore {
    /// Adds a batch of epochs to their sources, as [EpochUpdate] decides.
    ///
    /// @return one entry for each arrival, in their order
    List<Recorded> record(List<Arrival> arrivals);

    /// The epochs of these sources by source id, in the order of their revisions; an unknown source is left out.
    Map<String, List<EpochOfSource>> epochs(Collection<String> sourceIds);

    /// What became of an arrival.
    sealed interface Recorded {
        /// It is in the store, now or since before.
        ///
        /// @param features of its source when it was added
        /// @param revision that it brought its source to, from 1
        record Kept(FeatureVector features, long revision) implements Recorded {}

        /// Its detection id stands for something else.
        record Conflicting() implements Recorded {}

        /// What is known of it is later than this.
        record Superseded() implements Recorded {}
    }

    /// An epoch with the revision that it brought its source to.
    record EpochOfSource(Epoch epoch, long revision) {}
}
