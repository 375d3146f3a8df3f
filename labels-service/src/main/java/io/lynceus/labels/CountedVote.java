package io.lynceus.labels;

/// A vote that counts for its voter from now on.
///
/// @param voter of accounts that count together, the one they count as
public record CountedVote(String sourceId, String voter) {}
