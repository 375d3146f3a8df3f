package io.lynceus.labels.people;

import io.lynceus.labels.consensus.SuccessRate;

/// A volunteer's place in the ranking.
///
/// @param place from 1; who has given as many answers has the same
/// @param user pseudonym
/// @param answers given in the span
/// @param trained those of them for sources of known class; unsure ones are left out
public record RankingPlace(long place, String user, int answers, SuccessRate trained) {}
