package io.lynceus.feature;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the epochs of all sources are kept.
///
/// 1. An arrival under a new detection id is added to its source, whose revision grows by one; arrivals of one
///    source in a batch get consecutive revisions in their order.
/// 2. An arrival that was added before changes nothing and gives what it gave the first time, to the byte.
/// 3. A known detection id with another content, or another source, changes nothing and is a conflict.
/// 4. An arrival under a known detection id with a later revision of its association replaces what was there: the epoch
///    leaves its former source. One with an earlier revision, or of a source that was merged with another, gives
///    nothing.
/// 5. Two stores that meet the same source at once give every revision once, and each revision counts all the
///    epochs of the revisions before it.
public interface EpochStore {
    /// Adds a batch of epochs to their sources.
    ///
    /// @param featuring computes what an addition gives; a pure function
    /// @return one entry for each arrival, in their order
    List<Recorded> record(List<Arrival> arrivals, Featuring featuring);

    /// The epochs of these sources by source id; a source that is not known is left out.
    Map<String, List<StoredEpoch>> epochs(Collection<String> sourceIds);

    /// What an addition to a source gives.
    @FunctionalInterface
    interface Featuring {
        /// @param epochs all of the source, the new one included
        /// @param revision of the source, from 1
        byte[] features(List<Epoch> epochs, long revision);
    }

    /// What became of an arrival.
    sealed interface Recorded {
        /// It is in the store, now or since before.
        ///
        /// @param features as [Featuring] computed them when it was added; not to be altered
        record Kept(byte[] features) implements Recorded {}

        /// Its detection id stands for something else.
        record Conflicting() implements Recorded {}

        /// What is known of it is later than this.
        record Superseded() implements Recorded {}
    }

    /// An epoch with the revision that it brought its source to.
    record StoredEpoch(Epoch epoch, long revision) {}
}
