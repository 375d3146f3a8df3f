package io.lynceus.labels.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void everyAnswerIsFoundByItsLabelAndByItsCode() {
        Arrays.stream(Answer.values()).forEach(answer -> {
            assertEquals(Optional.of(answer), Answer.of(answer.label()));
            assertEquals(answer, Answer.ofCode(answer.code()));
        });
        assertEquals(Optional.empty(), Answer.of("star"));
    }

    @Test
    void codesOfTheClassesAreThoseInTheDatabase() {
        assertEquals(
                List.of("AGN", "Star", "XRB", "CV", "Other"),
                Answer.classes().stream().map(Answer::label).toList());
        assertEquals(0, Answer.AGN.code());
    }
}
