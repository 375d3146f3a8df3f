package io.lynceus.gateway.surveys.rest;

import io.lynceus.gateway.accounts.rest.CurrentCaller;
import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Surveys;
import io.lynceus.runtime.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/// What the caller may see and change of the surveys.
@ApplicationScoped
class SurveyAccess {
    private final Surveys surveys;
    private final CurrentCaller caller;

    SurveyAccess(Surveys surveys, CurrentCaller caller) {
        this.surveys = surveys;
        this.caller = caller;
    }

    /// A survey that the caller may see.
    ///
    /// @throws Problem 404 for all others, as if there was none
    Survey visible(String id) {
        return surveys.find(id)
                .filter(survey -> survey.shared() || isOwn(survey))
                .orElseThrow(() -> Problem.unknown("survey", id));
    }

    /// A survey that the caller may change.
    Survey own(String id) {
        Survey survey = visible(id);
        if (!isOwn(survey)) {
            throw caller.forbidden(
                    "the survey is somebody else's, who shares it to be read; upload the catalogue yourself to change"
                            + " it");
        }
        return survey;
    }

    boolean isOwn(Survey survey) {
        return survey.owner().map(owner -> caller.get().mayActAs(owner)).orElse(true);
    }
}
