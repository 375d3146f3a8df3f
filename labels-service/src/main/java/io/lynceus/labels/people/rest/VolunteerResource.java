package io.lynceus.labels.people.rest;

import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.Volunteer;
import io.lynceus.labels.people.Volunteers;
import io.lynceus.labels.people.rest.PeopleDocuments.ActivityDocument;
import io.lynceus.labels.people.rest.PeopleDocuments.VolunteerDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Level, skill and activity of a volunteer over HTTP.
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
