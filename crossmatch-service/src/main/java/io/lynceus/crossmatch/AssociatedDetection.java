package io.lynceus.crossmatch;

import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.LocatedDetection;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Membership;
import io.lynceus.crossmatch.source.Reassociation;
import java.util.Optional;

/// A detection with its association, as the register keeps it.
///
/// @param revision of its association, from 1
/// @param digest of the detection as received
/// @param sourceId of the source it belongs to
/// @param agreement with the source as it was before; empty where the detection started its own
/// @param record the bytes made for this revision; not to be altered
public record AssociatedDetection(
        LocatedDetection detection,
        int revision,
        ContentDigest digest,
        String sourceId,
        AssociationOutcome.Kind association,
        Optional<PositionMatch> agreement,
        byte[] record) {
    static AssociatedDetection of(CrossmatchedDetection arrival, AssociationOutcome outcome, byte[] record) {
        return new AssociatedDetection(
                arrival.received().detection().located(),
                1,
                arrival.received().digest(),
                outcome.source().id(),
                outcome.kind(),
                outcome.positionMatch(),
                record);
    }

    /// The same detection after a change of its association.
    AssociatedDetection revised(Reassociation change, byte[] newRecord) {
        return new AssociatedDetection(
                change.detection(),
                change.revision(),
                digest,
                change.source().id(),
                change.outcome().map(AssociationOutcome::kind).orElse(association),
                change.outcome().map(AssociationOutcome::positionMatch).orElse(agreement),
                newRecord);
    }

    Membership membership() {
        return new Membership(detection, sourceId, revision);
    }

    RegisteredDetection registered() {
        return new RegisteredDetection(detection.id(), revision, sourceId, digest, record);
    }
}
