package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.RowResult;
import io.lynceus.gateway.surveys.SurveyRow;
import io.lynceus.gateway.surveys.Surveys.ResultRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A row of the table `survey_portions`: rows of a survey, and their results once all of them have one.
@Entity
@Table(name = "survey_portions")
@IdClass(PortionEntity.Key.class)
class PortionEntity {
    record Key(String survey, int number) implements Serializable {}

    @Id
    private String survey = "";

    @Id
    private int number;

    private byte[] rows = {};

    private byte @Nullable [] results;

    private int refused;

    private boolean sent;

    private @Nullable String lease;

    private @Nullable Instant leasedUntil;

    PortionEntity() {}

    PortionEntity(String survey, int number, List<SurveyRow> rows) {
        this.survey = survey;
        this.number = number;
        this.rows = PortionCodec.rows(rows);
    }

    int number() {
        return number;
    }

    List<ResultRow> resultRows() {
        List<SurveyRow> given = PortionCodec.rows(rows);
        List<RowResult> found = results == null ? List.of() : PortionCodec.results(results);
        return IntStream.range(0, given.size())
                .mapToObj(i ->
                        new ResultRow(given.get(i), found.isEmpty() ? Optional.empty() : Optional.of(found.get(i))))
                .toList();
    }
}
