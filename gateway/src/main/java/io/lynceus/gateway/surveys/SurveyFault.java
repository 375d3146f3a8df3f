package io.lynceus.gateway.surveys;

import java.io.Serial;

/// A fault of the server: the survey cannot go on, the others can.
public final class SurveyFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String survey;

    /// @param survey its id
    public SurveyFault(String survey, Throwable cause) {
        super("a fault of the server, whose log has the reason: " + cause.getMessage(), cause);
        this.survey = survey;
    }

    public String survey() {
        return survey;
    }
}
