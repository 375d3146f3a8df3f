package io.lynceus.classifier;

/// A source with the classified detection of its latest class: many kilobytes, where the source alone takes a few
/// hundred bytes.
///
/// @param published the classified detection it comes from, as on the stream; must not be altered
public record PublishedClassification(SourceClassification source, byte[] published) {}
