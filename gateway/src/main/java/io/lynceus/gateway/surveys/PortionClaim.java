package io.lynceus.gateway.surveys;

import java.util.List;

/// A portion of a survey's rows that one gateway works on until its lease ends.
///
/// @param number of the portion in its survey, from 0
/// @param lease identifies this claim. The claim is lost when another gateway has claimed the portion since, or when
///     the survey got another mapping; its results are discarded then
public record PortionClaim(Survey survey, int number, List<SurveyRow> rows, String lease) {
    public PortionClaim {
        rows = List.copyOf(rows);
    }
}
