package io.lynceus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.missions.ConfiguredMissions;
import io.lynceus.sky.Mission;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/missions`: the missions that the suite knows. A missions file that cannot be used stops the start.
@Startup
@Path("/api/v1/missions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Classification")
public class MissionResource {
    private final byte[] missions;

    MissionResource(ConfiguredMissions missions) {
        this.missions = Wire.write(
                new MissionList(missions.all().stream().map(MissionDocument::of).toList()));
    }

    private record MissionList(List<MissionDocument> missions) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record MissionDocument(
            String name,
            List<String> names,
            List<String> instruments,
            List<BandDocument> bands,
            double errorContainment,
            double meanEpochYear,
            double epochSpreadYears,
            double photonIndex,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double usualErrorArcsec) {
        static MissionDocument of(Mission mission) {
            return new MissionDocument(
                    mission.name(),
                    mission.names(),
                    mission.instruments(),
                    mission.bands().stream().map(BandDocument::of).toList(),
                    mission.errorContainment(),
                    mission.meanEpoch().year(),
                    mission.epochSpreadYears(),
                    mission.spectrum().photonIndex(),
                    mission.usualErrorArcsec().isPresent()
                            ? (Double) mission.usualErrorArcsec().getAsDouble()
                            : null);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record BandDocument(String name, double lowKev, double highKev) {
        static BandDocument of(Mission.Band band) {
            return new BandDocument(
                    band.name(), band.energies().lowKev(), band.energies().highKev());
        }
    }

    @GET
    @Operation(
            operationId = "listMissions",
            summary = "The missions that the suite knows",
            description =
                    "Their names, their bands, and what is assumed of a detection that does not say it. Detections"
                            + " of other missions are taken as well.")
    @APIResponse(
            responseCode = "200",
            description = "The missions, in the order in which they are searched",
            content = @Content(schema = @Schema(ref = "MissionList")))
    public Response missions() {
        return Response.ok(missions).build();
    }
}
