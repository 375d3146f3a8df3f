package io.lynceus.gateway.surveys;

import java.util.List;

/// A row as it was uploaded.
///
/// @param line of the row in a text file, its number in another, from 1
/// @param cells as text, one for each column; blank where there is no value
public record SurveyRow(long line, List<String> cells) {
    public SurveyRow {
        cells = List.copyOf(cells);
    }
}
