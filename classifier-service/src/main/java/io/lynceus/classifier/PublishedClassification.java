package io.lynceus.classifier;

/// A source with all that its latest class rests on: many kilobytes, where the source alone has some hundred bytes.
///
/// @param published the classified detection it comes from, as on the stream; not to be altered
public record PublishedClassification(SourceClassification source, byte[] published) {}
