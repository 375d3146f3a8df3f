package io.lynceus.gateway.surveys;

import java.util.List;

/// A portion of a survey's rows that one gateway works on until its lease ends.
///
/// @param number of the portion in its survey, from 0
/// @param lease identifies this claim: results under a lease that has ended or was replaced are discarded
public record PortionClaim(Survey survey, int number, List<SurveyRow> rows, String lease) {
    public PortionClaim {
        rows = List.copyOf(rows);
    }
}
