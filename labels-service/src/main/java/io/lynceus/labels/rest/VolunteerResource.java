package io.lynceus.labels.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.labels.Answer;
import io.lynceus.labels.Participation;
import io.lynceus.labels.Volunteer;
import io.lynceus.labels.Volunteers;
import io.lynceus.labels.consensus.SuccessRate;
import io.lynceus.labels.rest.PeopleDocuments.ActivityDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What volunteers have shown.
@Path("/volunteers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VolunteerResource {
    private final Volunteers volunteers;
    private final Participation participation;

    VolunteerResource(Volunteers volunteers, Participation participation) {
        this.volunteers = volunteers;
        this.participation = participation;
    }

    /// @param level `training`, or `ready` for sources that nobody knows
    /// @param votes for such sources
    /// @param trained training answers of all classes
    /// @param training the same by true class
    /// @param confusion expected number of answers, by class and answer
    @JsonNaming(SnakeCaseStrategy.class)
    record VolunteerDocument(
            String user,
            String level,
            int votes,
            RateDocument trained,
            Map<String, RateDocument> training,
            Map<String, Map<String, Double>> confusion,
            ActivityDocument activity) {
        static VolunteerDocument of(Volunteer volunteer, ActivityDocument activity) {
            return new VolunteerDocument(
                    volunteer.user(),
                    volunteer.ready() ? "ready" : "training",
                    volunteer.votes(),
                    RateDocument.of(volunteer.trained()),
                    labelled(volunteer.training(), RateDocument::of),
                    labelled(volunteer.confusion(), row -> labelled(row, Function.identity())),
                    activity);
        }

        private static <T, D> Map<String, D> labelled(Map<Answer, T> values, Function<T, D> document) {
            Map<String, D> labelled = new LinkedHashMap<>();
            values.forEach((answer, value) -> labelled.put(answer.label(), document.apply(value)));
            return labelled;
        }
    }

    /// A share with its 95% interval by Wilson's score.
    @JsonNaming(SnakeCaseStrategy.class)
    record RateDocument(int right, int answers, double share, double low, double high) {
        static RateDocument of(SuccessRate rate) {
            return new RateDocument(rate.successes(), rate.trials(), rate.share(), rate.low(), rate.high());
        }
    }

    @GET
    @Path("{user}")
    @Operation(
            summary = "A volunteer's level, skill and activity",
            description = "Training ends with " + Volunteer.TRAINING_ANSWERS
                    + " answers for sources of known class, a share of " + Volunteer.TRAINING_SKILL
                    + " of them right.")
    public VolunteerDocument volunteer(@PathParam("user") String user) {
        return VolunteerDocument.of(
                volunteers.volunteer(user),
                ActivityDocument.of(participation.activity(user, LocalDate.now(ZoneOffset.UTC))));
    }
}
