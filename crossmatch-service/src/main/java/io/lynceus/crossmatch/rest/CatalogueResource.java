package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.catalogue.CatalogueProfile;
import io.lynceus.crossmatch.catalogue.CatalogueRole;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The reference catalogues in use.
@Path("catalogues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CatalogueResource {
    private final CurrentCrossmatch current;

    CatalogueResource(CurrentCrossmatch current) {
        this.current = current;
    }

    record CatalogueList(List<CatalogueDocument> catalogues) {}

    /// A catalogue as it is shown.
    ///
    /// @param role `counterpart`, `class` or `galaxy`
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CatalogueDocument(
            String name,
            String version,
            String title,
            String role,
            @JsonProperty("class") @Nullable String sourceClass,
            @Nullable String wavelength,
            @Nullable Integer precedence,
            boolean complete,
            long rows,
            double densityPerSqDeg,
            List<String> magnitudes) {
        static CatalogueDocument of(ReferenceCatalogue catalogue) {
            CatalogueProfile profile = catalogue.profile();
            CatalogueRole role = profile.role();
            return new CatalogueDocument(
                    profile.name(),
                    catalogue.version().version(),
                    profile.title(),
                    switch (role) {
                        case CatalogueRole.Counterparts _ -> "counterpart";
                        case CatalogueRole.KnownClass(var _) -> "class";
                        case CatalogueRole.Galaxies() -> "galaxy";
                    },
                    role instanceof CatalogueRole.KnownClass(var sourceClass) ? sourceClass : null,
                    role instanceof CatalogueRole.Counterparts of ? of.wavelength() : null,
                    role instanceof CatalogueRole.Counterparts of ? of.precedence() : null,
                    profile.complete(),
                    profile.statistics().rows(),
                    profile.densityPerSqDeg(),
                    profile.bands());
        }
    }

    @GET
    @Operation(summary = "Reference catalogues in use")
    public CatalogueList list() {
        return new CatalogueList(
                current.now().catalogues().stream().map(CatalogueDocument::of).toList());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One reference catalogue")
    public CatalogueDocument one(@PathParam("name") String name) {
        return current.now().catalogues().stream()
                .filter(catalogue -> catalogue.version().name().equals(name))
                .map(CatalogueDocument::of)
                .findFirst()
                .orElseThrow(() -> Problem.unknown("catalogue", name));
    }
}
