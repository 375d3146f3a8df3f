package io.lynceus.labels.exchange;

import io.lynceus.labels.voting.Answer;
import java.util.Map;
import java.util.Set;

/// Mapping of another project's classifications to votes.
///
/// @param answers what each of its answers means here, by its exact text; at least one
/// @param task the task that asks for the class, e.g. `T0`
/// @param subject the field of a subject's data that holds the source's id here
/// @param workflows ids of the workflows to take; empty for all
public record ImportMapping(Map<String, Answer> answers, String task, String subject, Set<String> workflows) {
    /// What the first task of a Zooniverse workflow is called.
    public static final String USUAL_TASK = "T0";
    public static final String USUAL_SUBJECT = "source_id";

    public ImportMapping {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(
                    "answers must map at least one answer, e.g. {\"A quasar\": \"AGN\", \"No idea\": \"Unsure\"}");
        }
        if (task.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("task and subject must not be blank: '" + task + "', '" + subject + "'");
        }
        answers = Map.copyOf(answers);
        workflows = Set.copyOf(workflows);
    }
}
