package io.lynceus.crossmatch.catalogue;

/// A row that did not become part of the catalogue.
///
/// @param line its line in a text file, its number in another, counted from 1
/// @param reason for people
public record SkippedRow(long line, String reason) {}
