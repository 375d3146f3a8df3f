package io.lynceus.labels.exchange.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.labels.CorrelatedAccounts;
import io.lynceus.labels.exchange.ImportMapping;
import io.lynceus.labels.exchange.VoteImports;
import io.lynceus.labels.exchange.VoteImports.Described;
import io.lynceus.labels.exchange.VoteImports.ImportReport;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Imports of votes and groups of correlated accounts over HTTP.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImportResource {
    /// [characters]
    private static final int LONGEST_NAME = 40;

    private final VoteImports imports;
    private final CorrelatedAccounts correlated;

    ImportResource(VoteImports imports, CorrelatedAccounts correlated) {
        this.imports = imports;
        this.correlated = correlated;
    }

    /// Mapping of an import.
    ///
    /// @param answers what each answer there is here, by its exact text
    /// @param task that asks for the class, T0 if left out
    /// @param subject field of the subject's data with the source's id, source_id if left out
    /// @param workflows whose rows are taken, all if left out
    @JsonNaming(SnakeCaseStrategy.class)
    record MappingDocument(
            @Nullable Map<String, String> answers,
            @Nullable String task,
            @Nullable String subject,
            @Nullable Set<String> workflows) {
        ImportMapping mapping() {
            Map<String, Answer> meant = new TreeMap<>();
            if (answers != null) {
                answers.forEach((given, label) -> meant.put(
                        given,
                        Answer.of(label)
                                .orElseThrow(() -> Problem.invalid("answer \"" + given + "\" is mapped to \"" + label
                                        + "\", must be one of AGN, Star, XRB, CV, Other, Unsure"))));
            }
            try {
                return new ImportMapping(
                        meant,
                        task == null ? ImportMapping.USUAL_TASK : task,
                        subject == null ? ImportMapping.USUAL_SUBJECT : subject,
                        workflows == null ? Set.of() : workflows);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(String.valueOf(e.getMessage()));
            }
        }

        static MappingDocument of(ImportMapping mapping) {
            Map<String, String> labels = new TreeMap<>();
            mapping.answers().forEach((given, answer) -> labels.put(given, answer.label()));
            return new MappingDocument(labels, mapping.task(), mapping.subject(), mapping.workflows());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record ImportDocument(String name, int votes, MappingDocument mapping) {
        static ImportDocument of(Described described) {
            return new ImportDocument(described.name(), described.votes(), MappingDocument.of(described.mapping()));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record RefusalDocument(long line, String reason) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ReportDocument(
            boolean dryRun,
            long rows,
            long added,
            long repeated,
            long standing,
            long passed,
            long refused,
            List<RefusalDocument> refusals,
            int correlatedAccounts) {
        static ReportDocument of(ImportReport report, boolean dryRun) {
            return new ReportDocument(
                    dryRun,
                    report.rows(),
                    report.added(),
                    report.repeated(),
                    report.standing(),
                    report.passed(),
                    report.refused(),
                    report.refusals().stream()
                            .map(row -> new RefusalDocument(row.line(), row.reason()))
                            .toList(),
                    report.correlated());
        }
    }

    /// @param lnEvidence natural logarithm of the strongest e-value of a pair that the account is in
    @JsonNaming(SnakeCaseStrategy.class)
    record AccountDocument(String user, double lnEvidence) {}

    /// @param countsAs the account whose skill is that of all
    @JsonNaming(SnakeCaseStrategy.class)
    record GroupDocument(String countsAs, List<AccountDocument> accounts) {}

    @GET
    @Path("imports")
    @Operation(summary = "Imports, how they read and how many votes came with each")
    public List<ImportDocument> all() {
        return imports.all().stream().map(ImportDocument::of).toList();
    }

    @PUT
    @Path("imports/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say how the classifications of another project read")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MappingDocument.class),
                            example =
                                    "{\"answers\": {\"A quasar\": \"AGN\", \"No idea\": \"Unsure\"}, \"task\": \"T0\","
                                            + " \"subject\": \"source_id\", \"workflows\": [\"1234\"]}"))
    public void describe(@PathParam("name") String name, byte[] body) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name of an import must have 1 to " + LONGEST_NAME + " characters: '" + name + "'");
        }
        imports.describe(
                name, Wire.readStrictly(Wire.tree(body), MappingDocument.class).mapping());
    }

    @POST
    @Path("imports/{name}")
    @Consumes("text/csv")
    @Operation(
            summary = "Import a classification export of Zooniverse",
            description = "The same classification is the same vote, however often it is imported. All or nothing;"
                    + " votes for its sources wait while the import is settled.")
    public ReportDocument run(
            @PathParam("name") String name,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            InputStream csv)
            throws IOException {
        ImportMapping mapping = imports.mapping(name)
                .orElseThrow(() -> Problem.badRequest(
                        "there is no import '" + name + "'; PUT its mapping at this address before"));
        java.nio.file.Path file = Files.createTempFile("lynceus-import-", ".csv");
        try {
            Files.copy(csv, file, StandardCopyOption.REPLACE_EXISTING);
            try (ZooniverseExport rows = new ZooniverseExport(name, mapping, file)) {
                return ReportDocument.of(imports.run(name, rows, dryRun), dryRun);
            }
        } finally {
            Files.delete(file);
        }
    }

    @GET
    @Path("correlated")
    @Operation(
            summary = "Accounts that err together",
            description = "Each group counts as one user: of its votes for a source the first counts. Found again with"
                    + " every import and recomputation.")
    public List<GroupDocument> correlated() {
        return correlated.groups().stream()
                .map(group -> new GroupDocument(
                        group.countsAs(),
                        group.accounts().stream()
                                .map(account -> new AccountDocument(account.user(), account.lnEvidence()))
                                .toList()))
                .toList();
    }
}
