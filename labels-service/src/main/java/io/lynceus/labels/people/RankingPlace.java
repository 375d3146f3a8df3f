package io.lynceus.labels.people;

import io.lynceus.labels.consensus.SuccessRate;

/// A volunteer's place in the ranking.
///
/// @param place from 1; users with as many answers share a place
/// @param user pseudonym
/// @param answers given in the span
/// @param trained those of them for sources of known class; unsure ones are left out
public record RankingPlace(long place, String user, int answers, SuccessRate trained) {}
