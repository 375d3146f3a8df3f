package io.lynceus.labels.people.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.labels.conduct.Pseudonym;
import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.PersonalData;
import io.lynceus.labels.people.rest.PeopleDocuments.SettingsRequest;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/// Settings and personal data of a volunteer over HTTP.
@Path("/volunteers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonalDataResource {
    private final Participation participation;
    private final PersonalData personalData;

    PersonalDataResource(Participation participation, PersonalData personalData) {
        this.participation = participation;
        this.personalData = personalData;
    }

    @PUT
    @Path("{user}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opt out of the ranking, or back in")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = SettingsRequest.class), example = "{\"ranked\": false}"))
    public void choose(@PathParam("user") String user, byte[] body) {
        SettingsRequest request = Wire.readStrictly(Wire.tree(body), SettingsRequest.class);
        if (request.ranked() == null) {
            throw Problem.invalid("required field ranked is missing: false opts out of the ranking, true back in");
        }
        try {
            participation.rank(Pseudonym.checked(user), request.ranked());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("{user}/export")
    @Operation(
            summary = "Everything stored under a volunteer's name",
            description = "Votes, assignments, skill, tallies, decisions and settings, row by row.")
    public String export(@PathParam("user") String user) {
        return personalData.export(user);
    }

    @DELETE
    @Path("{user}")
    @Operation(
            summary = "Forget a volunteer",
            description = "Votes and skill stay, under a name that cannot be guessed; comments and all else are erased."
                    + " The name is free again. Forgetting twice is forgetting once.")
    public void forget(@PathParam("user") String user) {
        personalData.forget(user);
    }
}
