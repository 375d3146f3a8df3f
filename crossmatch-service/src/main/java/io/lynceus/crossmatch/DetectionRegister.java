package io.lynceus.crossmatch;
import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.source.XraySource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Remembers every detection and the X-ray source it belongs to.
///
/// 1. A detection id is registered once; registering it again returns the same record, byte for byte.
/// 2. The same id with other content is a conflict and changes nothing.
/// 3. Two detections of one source make one source, whoever registers them and however close in time.
/// 4. A detection whose association changes because of another is registered anew under its next revision, and the
///    former source is remembered.
public interface DetectionRegister {
    /// A detection to be registered.
    ///
    /// @param record makes the bytes to be remembered, once its source is known; a pure function
    record Entry(XrayDetection detection, ContentDigest digest, Function<AssociationOutcome, byte[]> record) {}

    /// Makes the bytes of a detection's next revision out of those of its last; a pure function.
    @FunctionalInterface
    interface Revising {
        byte[] revise(byte[] record, Reassociation reassociation);
    }

    /// What became of an entry.
    sealed interface Registration {
        /// @param own the detection itself, at its latest revision
        /// @param reassociated those whose association changed because of it, at their latest revisions
        record Registered(Remembered own, List<Remembered> reassociated) implements Registration {
            public Registered {
                reassociated = List.copyOf(reassociated);
            }
        }

        /// The id is known with other content.
        record Conflict() implements Registration {}
    }

    /// A registered detection.
    ///
    /// @param revision of its association, from 1
    /// @param sourceId of the source it belongs to
    /// @param record the bytes made for this revision; not to be altered
    record Remembered(String detectionId, int revision, String sourceId, byte[] record) {}

    /// Registers detections in their order, all of them or none.
    ///
    /// @return one for each entry
    List<Registration> register(List<Entry> entries, Revising revising);

    /// The outcome that each of these detections would have if it alone were registered now.
    List<AssociationOutcome> preview(List<XrayDetection> detections);

    /// Which of these ids are known with a digest other than the given one.
    Set<String> conflicts(Collection<Claim> claims);

    /// An id with the digest of its content.
    record Claim(String detectionId, ContentDigest digest) {}

    /// A source with all its detections, the first registered first.
    Optional<History> history(String sourceId);

    /// Doubtful sources by id, at most `limit`, with the sources that each may be as things are now.
    ///
    /// @param afterId those with a larger id only; empty for all
    List<Doubt> doubts(String afterId, int limit);

    /// A source that may be another.
    record Doubt(XraySource source, List<AssociationOutcome.Agreement> candidates) {
        public Doubt {
            candidates = List.copyOf(candidates);
        }
    }

    /// @param mergedInto the source that its detections belong to now, where it is no more
    /// @param changes in which detections came to it or left it, the first one first
    record History(XraySource source, Optional<String> mergedInto, List<Member> detections, List<PastChange> changes) {}

    /// A change of an association.
    record PastChange(
            String detectionId,
            int revision,
            Reassociation.Kind kind,
            String fromSourceId,
            String toSourceId,
            String becauseOf,
            Instant at) {}

    /// A detection of a source.
    ///
    /// @param association `new`, `joined` or `ambiguous`
    /// @param agreement with the source as it was before; empty for the first
    record Member(String detectionId, String association, Optional<PositionMatch> agreement) {}
}
