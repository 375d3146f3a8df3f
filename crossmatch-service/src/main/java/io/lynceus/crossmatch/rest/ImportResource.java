package io.lynceus.crossmatch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.crossmatch.catalogue.CatalogueImports;
import io.lynceus.crossmatch.catalogue.ImportReport;
import io.lynceus.crossmatch.catalogue.SkippedRow;
import io.lynceus.runtime.job.Job;
import io.lynceus.runtime.job.Jobs;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Imports of reference catalogues, for operators.
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Singleton
public class ImportResource {
    private final CatalogueImports imports;
    private final Jobs<ImportReport> jobs = new Jobs<>("catalogue-import");

    ImportResource(CatalogueImports imports) {
        this.imports = imports;
    }

    /// What is to be imported.
    ///
    /// @param description path of the description within the folder for imports, the table beside it
    record ImportRequest(@Nullable String description) {}

    /// A row that did not become part of the catalogue.
    ///
    /// @param line in a text file, number of the row in another, from 1
    record SkippedDocument(long line, String reason) {
        static SkippedDocument of(SkippedRow row) {
            return new SkippedDocument(row.line(), row.reason());
        }
    }

    /// An import and how far it is.
    ///
    /// @param state `waiting`, `running`, `done`, `failed` or `stopped`
    /// @param rowsRead so far
    /// @param rowsExpected of the table; 0 where not known
    /// @param failure why it failed
    /// @param skipped the first of the rows that were skipped
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportDocument(
            String id,
            String state,
            long rowsRead,
            long rowsExpected,
            @Nullable String failure,
            @Nullable String catalogue,
            @Nullable String version,
            VersionResource.@Nullable ProvenanceDocument provenance,
            @Nullable List<SkippedDocument> skipped) {
        static ImportDocument of(Job<ImportReport> job) {
            ImportReport made = job.result().orElse(null);
            return new ImportDocument(
                    job.id(),
                    job.state().token(),
                    job.done(),
                    job.total(),
                    job.failure().isEmpty() ? null : job.failure(),
                    made == null ? null : made.version().name(),
                    made == null ? null : made.version().version(),
                    made == null ? null : VersionResource.ProvenanceDocument.of(made.provenance()),
                    made == null
                            ? null
                            : made.examples().stream().map(SkippedDocument::of).toList());
        }
    }

    record ImportList(List<ImportDocument> imports) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import a reference catalogue and put it to use",
            description = "Answers 202 with the import's address. Interrupted or stopped, it leaves the former version"
                    + " in use.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ImportRequest.class)))
    public Response begin(byte[] body) {
        String description =
                Wire.readStrictly(Wire.tree(body), ImportRequest.class).description();
        if (description == null) {
            throw Problem.invalid("description is missing: the path of a description within the folder for imports");
        }
        try {
            CatalogueImports.Import work = imports.prepare(description);
            Job<ImportReport> job = jobs.submit("import", progress -> work.run(progress::of));
            return Response.accepted(ImportDocument.of(job))
                    .location(URI.create("/imports/" + job.id()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Operation(summary = "The imports of this instance since it started, the first first")
    public ImportList all() {
        return new ImportList(jobs.all().stream().map(ImportDocument::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import: how far it is, and what came of it")
    public ImportDocument one(@PathParam("id") String id) {
        return ImportDocument.of(known(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Stop an import", description = "It leaves nothing; one that is over stays as it is.")
    public Response stop(@PathParam("id") String id) {
        Job<ImportReport> job = known(id);
        job.stop();
        return Response.accepted(ImportDocument.of(job)).build();
    }

    private Job<ImportReport> known(String id) {
        return jobs.find(id).orElseThrow(() -> Problem.unknown("import", id));
    }

    @PreDestroy
    void close() {
        jobs.close();
    }
}
