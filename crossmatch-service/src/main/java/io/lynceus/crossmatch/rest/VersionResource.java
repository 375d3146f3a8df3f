package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.crossmatch.catalogue.CatalogueInspection;
import io.lynceus.crossmatch.catalogue.CatalogueProvenance;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.CatalogueVersions;
import io.lynceus.crossmatch.catalogue.StoredVersion;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// All versions of a reference catalogue, for operators. The service is not reachable from outside the suite.
@Path("catalogues/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VersionResource {
    private final CatalogueVersions versions;

    VersionResource(CatalogueVersions versions) {
        this.versions = versions;
    }

    record VersionList(List<VersionDocument> versions) {}

    /// A version in a list.
    ///
    /// @param inUse whether it is the one that is searched
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionDocument(
            String version,
            boolean inUse,
            long rows,
            @Nullable ProvenanceDocument provenance) {
        static VersionDocument of(StoredVersion stored) {
            return new VersionDocument(
                    stored.version().version(),
                    stored.current(),
                    stored.profile().statistics().rows(),
                    stored.provenance().map(ProvenanceDocument::of).orElse(null));
        }
    }

    /// Origin of a version's rows.
    ///
    /// @param tableBytes size of the table [bytes]
    /// @param descriptionSha256 of the description that it was read by
    /// @param imported ISO 8601 UTC
    /// @param rowsRead the sum of those kept, not accepted and skipped
    @JsonNaming(SnakeCaseStrategy.class)
    record ProvenanceDocument(
            String table,
            long tableBytes,
            String descriptionSha256,
            String imported,
            long rowsRead,
            long rowsKept,
            long rowsNotAccepted,
            long rowsSkipped,
            String lynceus) {
        static ProvenanceDocument of(CatalogueProvenance provenance) {
            return new ProvenanceDocument(
                    provenance.table(),
                    provenance.tableBytes(),
                    provenance.description().hex(),
                    provenance.imported().toString(),
                    provenance.rowsRead(),
                    provenance.rowsKept(),
                    provenance.rowsNotAccepted(),
                    provenance.rowsSkipped(),
                    provenance.lynceus());
        }
    }

    /// Result of reading a whole version.
    ///
    /// @param bytes size of its columns [bytes]
    /// @param mapOrder HEALPix order of the density map, nested
    /// @param rowsPerCell rows in each of its cells, from cell 0
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InspectionDocument(
            String version,
            long rows,
            long bytes,
            double densityPerSqDeg,
            List<String> columns,
            @Nullable ProvenanceDocument provenance,
            int mapOrder,
            List<Integer> rowsPerCell) {
        static InspectionDocument of(CatalogueInspection found) {
            return new InspectionDocument(
                    found.version().version(),
                    found.profile().statistics().rows(),
                    found.bytes(),
                    found.profile().densityPerSqDeg(),
                    found.columns(),
                    found.provenance().map(ProvenanceDocument::of).orElse(null),
                    CatalogueInspection.MAP_ORDER,
                    found.rowsPerCell());
        }
    }

    @GET
    @Operation(summary = "Versions of a catalogue")
    public VersionList list(@PathParam("name") String name) {
        List<StoredVersion> found = of(name);
        if (found.isEmpty()) {
            throw Problem.unknown("catalogue", name);
        }
        return new VersionList(found.stream().map(VersionDocument::of).toList());
    }

    @GET
    @Path("{version}")
    @Operation(summary = "Read a version as a whole, check it and show what it holds")
    public InspectionDocument inspect(@PathParam("name") String name, @PathParam("version") String version) {
        return damageAsProblem(() -> InspectionDocument.of(versions.inspect(known(name, version))));
    }

    @PUT
    @Path("{version}/in-use")
    @Operation(
            summary = "Put a version to use",
            description = "Every instance on the same folder takes it up within two seconds.")
    public VersionList activate(@PathParam("name") String name, @PathParam("version") String version) {
        return damageAsProblem(() -> {
            versions.activate(known(name, version));
            return list(name);
        });
    }

    @DELETE
    @Path("{version}")
    @Operation(summary = "Delete a version that is not in use")
    public VersionList delete(@PathParam("name") String name, @PathParam("version") String version) {
        CatalogueVersion chosen = known(name, version);
        try {
            versions.delete(chosen);
        } catch (IllegalArgumentException inUse) {
            throw Problem.invalid(String.valueOf(inUse.getMessage()));
        }
        return new VersionList(of(name).stream().map(VersionDocument::of).toList());
    }

    private List<StoredVersion> of(String name) {
        return versions.list().stream()
                .filter(stored -> stored.version().name().equals(name))
                .toList();
    }

    private CatalogueVersion known(String name, String version) {
        return of(name).stream()
                .map(StoredVersion::version)
                .filter(stored -> stored.version().equals(version))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("catalogue version", version));
    }

    private static <T> T damageAsProblem(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException damaged) {
            throw Problem.invalid(String.valueOf(damaged.getMessage()));
        }
    }
}
