package io.lynceus.crossmatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lynceus.crossmatch.detection.ContentDigest;
import io.lynceus.crossmatch.detection.ReceivedDetection;
import io.lynceus.crossmatch.detection.XrayDetection;
import io.lynceus.crossmatch.source.AssociationOutcome;
import io.lynceus.crossmatch.source.Reassociation;
import io.lynceus.crossmatch.surroundings.Counterparts;
import io.lynceus.crossmatch.surroundings.Identifications;
import io.lynceus.crossmatch.surroundings.Surroundings;
import java.util.List;
import java.util.Optional;

/// Records as plain text: the source's id, the document, and every change.
public final class PlainTextFormat implements DetectionFormat {
    private static final Surroundings NOTHING = new Surroundings(
            new Identifications(List.of()), Optional.empty(), new Counterparts(List.of(), 0, List.of()), List.of());

    /// A detection whose document is this text.
    public static CrossmatchedDetection arrival(XrayDetection detection, String document) {
        return arrival(detection, digest(document), document);
    }

    public static CrossmatchedDetection arrival(XrayDetection detection, ContentDigest digest, String document) {
        return new CrossmatchedDetection(new ReceivedDetection(detection, digest, document.getBytes(UTF_8)), NOTHING);
    }

    /// A digest of its own for every text.
    public static ContentDigest digest(String document) {
        return new ContentDigest(String.format("%064x", document.hashCode()));
    }

    @Override
    public ReceivedDetection read(byte[] json, UnknownFields unknownFields) {
        throw new UnsupportedOperationException("a register reads no detection");
    }

    @Override
    public byte[] write(CrossmatchedDetection detection, AssociationOutcome outcome) {
        return (outcome.source().id() + new String(detection.received().document(), UTF_8)).getBytes(UTF_8);
    }

    @Override
    public byte[] revise(byte[] written, Reassociation change) {
        return (new String(written, UTF_8) + " " + change.kind() + " to "
                        + change.source().id())
                .getBytes(UTF_8);
    }
}
