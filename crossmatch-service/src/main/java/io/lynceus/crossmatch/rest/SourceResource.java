package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.DetectionRegister.History;
import io.lynceus.crossmatch.DetectionRegister.Member;
import io.lynceus.crossmatch.PositionMatch;
import io.lynceus.runtime.problem.Problem;
import io.lynceus.sky.Containment;
import io.lynceus.sky.ErrorEllipse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// X-ray sources with the detections associated with them.
@Path("sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceResource {
    private final DetectionRegister register;

    SourceResource(DetectionRegister register) {
        this.register = register;
    }

    /// A source.
    ///
    /// @param sigmaMajorArcsec per-axis error along the major axis [arcsec]
    /// @param sigmaMinorArcsec per-axis error along the minor axis [arcsec]
    /// @param errorAngleDeg position angle of the major axis [deg]
    /// @param positionOf id of the detection whose position it is
    /// @param doubtful whether it may be another source: its first detection was ambiguous
    @JsonNaming(SnakeCaseStrategy.class)
    record SourceDocument(
            String id,
            String name,
            double raDeg,
            double decDeg,
            double sigmaMajorArcsec,
            double sigmaMinorArcsec,
            double errorAngleDeg,
            String positionOf,
            boolean doubtful,
            List<MemberDocument> detections) {
        static SourceDocument of(History history) {
            ErrorEllipse error = history.source().covariance().ellipse(Containment.ONE_SIGMA_PER_AXIS);
            return new SourceDocument(
                    history.source().id(),
                    history.source().name(),
                    history.source().position().raDeg(),
                    history.source().position().decDeg(),
                    error.majorArcsec(),
                    error.minorArcsec(),
                    error.angleDeg(),
                    history.source().positionOf(),
                    history.source().doubtful(),
                    history.detections().stream().map(MemberDocument::of).toList());
        }
    }

    /// One of its detections, compared with the source as it was before.
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberDocument(
            String detectionId,
            String association,
            @Nullable Double separationArcsec,
            @Nullable Double separationSigma,
            @Nullable @JsonProperty("log10_bayes_factor") Double log10BayesFactor) {
        static MemberDocument of(Member member) {
            return new MemberDocument(
                    member.detectionId(),
                    member.association(),
                    member.agreement().map(PositionMatch::separationArcsec).orElse(null),
                    member.agreement().map(PositionMatch::separationSigma).orElse(null),
                    member.agreement().map(PositionMatch::log10BayesFactor).orElse(null));
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A source and the detections associated with it, the first registered first")
    public SourceDocument source(@PathParam("id") String id) {
        return register.history(id).map(SourceDocument::of).orElseThrow(() -> Problem.unknown("source", id));
    }
}
