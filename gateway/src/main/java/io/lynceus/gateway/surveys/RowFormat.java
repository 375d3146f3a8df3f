package io.lynceus.gateway.surveys;

import io.lynceus.contracts.RawJson;
import io.lynceus.gateway.surveys.RowResult.ClassifiedRow;
import io.lynceus.gateway.surveys.RowResult.RefusedRow;
import java.util.List;

/// Reads rows of a survey as detections, and documents of the services as results of rows.
public interface RowFormat {
    /// Reads rows through the mapping of their survey: one reading for each row, in the same order.
    List<RowReading> read(Survey survey, List<SurveyRow> rows);

    /// @param classifiedDetection as `POST /api/v1/classify` and the topic `classifications` have it
    /// @throws IllegalArgumentException if it is no classified detection
    ClassifiedRow classified(RawJson classifiedDetection);

    /// @param problem problem document of a service
    RefusedRow refused(RawJson problem);
}
