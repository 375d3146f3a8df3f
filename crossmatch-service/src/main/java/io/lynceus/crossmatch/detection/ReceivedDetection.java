package io.lynceus.crossmatch.detection;

/// A detection with the document it came in.
///
/// @param digest of the content: two documents of one digest say the same
/// @param document as received; not to be altered
public record ReceivedDetection(XrayDetection detection, ContentDigest digest, byte[] document) {}
