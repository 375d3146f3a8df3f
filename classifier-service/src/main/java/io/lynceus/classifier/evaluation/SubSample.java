package io.lynceus.classifier.evaluation;

import java.util.function.IntPredicate;

/// Part of a labelled table with scores of its own.
///
/// @param has whether a row of the table, by its number there, belongs to it
public record SubSample(String name, IntPredicate has) {}
