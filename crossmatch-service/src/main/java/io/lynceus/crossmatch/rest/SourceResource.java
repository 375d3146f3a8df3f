package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.crossmatch.DetectionRegister;
import io.lynceus.crossmatch.match.PositionMatch;
import io.lynceus.crossmatch.source.AssociationChange;
import io.lynceus.crossmatch.source.AssociationOutcome.Agreement;
import io.lynceus.crossmatch.source.DoubtfulSource;
import io.lynceus.crossmatch.source.SourceHistory;
import io.lynceus.crossmatch.source.SourceMember;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// X-ray sources with the detections associated with them.
@Path("sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SourceResource {
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

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
    /// @param doubtful whether it may be another source: its first detection is ambiguous
    /// @param mergedInto id of the source that its detections belong to now; absent while the source exists
    /// @param changes in which detections came from another source or left for one, the earliest first
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            @Nullable String mergedInto,
            List<MemberDocument> detections,
            List<ChangeDocument> changes) {
        static SourceDocument of(SourceHistory history) {
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
                    history.mergedInto().orElse(null),
                    history.detections().stream().map(MemberDocument::of).toList(),
                    history.changes().stream().map(ChangeDocument::of).toList());
        }
    }

    /// How a detection came to belong where it does.
    ///
    /// @param revision of its association, from 2
    /// @param kind `merged`, `moved`, `split`, `settled` or `left_behind`, as on the topic
    /// @param becauseOf id of the detection that came and changed what is known of the place
    /// @param at ISO 8601 UTC
    @JsonNaming(SnakeCaseStrategy.class)
    record ChangeDocument(
            String detectionId,
            int revision,
            String kind,
            String fromSourceId,
            String toSourceId,
            String becauseOf,
            String at) {
        static ChangeDocument of(AssociationChange change) {
            return new ChangeDocument(
                    change.detectionId(),
                    change.revision(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.fromSourceId(),
                    change.toSourceId(),
                    change.becauseOf(),
                    change.at().toString());
        }
    }

    /// A source that may be another.
    ///
    /// @param candidates that it may be as things are now, the most probable first
    @JsonNaming(SnakeCaseStrategy.class)
    record DoubtDocument(String id, String name, double raDeg, double decDeg, List<CandidateDocument> candidates) {
        static DoubtDocument of(DoubtfulSource doubt) {
            return new DoubtDocument(
                    doubt.source().id(),
                    doubt.source().name(),
                    doubt.source().position().raDeg(),
                    doubt.source().position().decDeg(),
                    doubt.candidates().stream().map(CandidateDocument::of).toList());
        }
    }

    /// @param posterior that the two are one, each candidate by itself, in [0, 1]
    @JsonNaming(SnakeCaseStrategy.class)
    record CandidateDocument(
            String id,
            String name,
            double separationArcsec,
            double separationSigma,
            @JsonProperty("log10_bayes_factor") double log10BayesFactor,
            double posterior) {
        static CandidateDocument of(Agreement agreement) {
            return new CandidateDocument(
                    agreement.source().id(),
                    agreement.source().name(),
                    agreement.match().separationArcsec(),
                    agreement.match().separationSigma(),
                    agreement.match().log10BayesFactor(),
                    agreement.posterior());
        }
    }

    /// @param nextCursor asks for the next page, absent on the last
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoubtPage(List<DoubtDocument> sources, @Nullable String nextCursor) {}

    /// One of its detections, compared with the source as it was before.
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberDocument(
            String detectionId,
            String association,
            @Nullable Double separationArcsec,
            @Nullable Double separationSigma,
            @Nullable @JsonProperty("log10_bayes_factor") Double log10BayesFactor) {
        static MemberDocument of(SourceMember member) {
            return new MemberDocument(
                    member.detectionId(),
                    member.association().name().toLowerCase(Locale.ROOT),
                    member.agreement().map(PositionMatch::separationArcsec).orElse(null),
                    member.agreement().map(PositionMatch::separationSigma).orElse(null),
                    member.agreement().map(PositionMatch::log10BayesFactor).orElse(null));
        }
    }

    @GET
    @Path("doubtful")
    @Operation(
            summary = "Sources that may be another one, with those that each may be",
            description = "By id; next_cursor of a page, given as cursor, asks for the page after it.")
    public DoubtPage doubtful(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (most < 1 || most > LARGEST_LIMIT) {
            throw Problem.invalid("limit is " + most + ", must lie in [1, " + LARGEST_LIMIT + "]");
        }
        List<DoubtDocument> doubts = register.doubtful(cursor == null ? "" : cursor, most).stream()
                .map(DoubtDocument::of)
                .toList();
        return new DoubtPage(doubts, doubts.size() == most ? doubts.getLast().id() : null);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A source with its detections and how they came to it",
            description = "The first registered first; one that is no more says which source has its detections.")
    public SourceDocument source(@PathParam("id") String id) {
        return register.history(id).map(SourceDocument::of).orElseThrow(() -> Problem.unknown("source", id));
    }
}
