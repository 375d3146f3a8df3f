package io.lynceus.crossmatch;

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
public interface DetectionRegister {
    /// A detection to be registered.
    ///
    /// @param record makes the bytes to be remembered, once its source is known; a pure function
    record Entry(XrayDetection detection, ContentDigest digest, Function<AssociationOutcome, byte[]> record) {}

    /// What became of an entry.
    sealed interface Registration {
        /// @param sourceId of the source it belongs to
        /// @param record the bytes made when it was registered first; not to be altered
        record Registered(String sourceId, byte[] record) implements Registration {}

        /// The id is known with other content.
        record Conflict() implements Registration {}
    }

    /// Registers detections in their order, all of them or none.
    ///
    /// @return one for each entry
    List<Registration> register(List<Entry> entries);

    /// The outcome that each of these detections would have if it alone were registered now.
    List<AssociationOutcome> preview(List<XrayDetection> detections);

    /// Which of these ids are known with a digest other than the given one.
    Set<String> conflicts(Collection<Claim> claims);

    /// An id with the digest of its content.
    record Claim(String detectionId, ContentDigest digest) {}

    /// A source with all its detections, the first registered first.
    Optional<History> history(String sourceId);

    record History(XraySource source, List<Member> detections) {}

    /// A detection of a source.
    ///
    /// @param association `new`, `joined` or `ambiguous`
    /// @param agreement with the source as it was before; empty for the first
    record Member(String detectionId, String association, Optional<PositionMatch> agreement) {}
}
