package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.rest.AccountDocuments.People;
import io.lynceus.gateway.accounts.rest.AccountDocuments.Person;
import io.lynceus.gateway.accounts.rest.AccountDocuments.RecoveryCode;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// All accounts, for operators.
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class AccountsResource {
    private static final int PAGE = 100;

    private static final Logger LOG = Logger.getLogger(AccountsResource.class);

    private final Accounts accounts;
    private final RecoveryCodes codes;
    private final SessionResponses responses;
    private final CurrentCaller current;

    AccountsResource(Accounts accounts, RecoveryCodes codes, SessionResponses responses, CurrentCaller current) {
        this.accounts = accounts;
        this.codes = codes;
        this.responses = responses;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts and their roles, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of 100",
            content = @Content(schema = @Schema(ref = "Accounts")))
    public byte[] list(@Parameter(description = "next_cursor of the page before") @RestQuery @Nullable String cursor) {
        List<Account> found = accounts.page(cursor == null ? "" : cursor, PAGE + 1);
        List<Person> page = found.stream().limit(PAGE).map(Person::of).toList();
        return Wire.write(new People(page, found.size() > PAGE ? page.getLast().name() : null));
    }

    @PUT
    @Path("{name}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeRole",
            summary = "Give an account a role",
            description =
                    "volunteer, astronomer or operator; it counts from the next request. The last operator stays one.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "NewRole"), example = "{\"role\": \"astronomer\"}"))
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(ref = "Account")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public byte[] give(@PathParam("name") String name, byte[] body) {
        String wished = AccountRequests.required(
                "role",
                AccountRequests.read(body, AccountRequests.NewRole.class).role());
        try {
            Role role = Role.ofAccount(wished);
            return Wire.write(
                    Person.of(accounts.changeRole(name, role).orElseThrow(() -> Problem.unknown("account", name))));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("{name}/recovery")
    @Operation(
            operationId = "makeRecoveryCode",
            summary = "Make a code by which an account takes a new password",
            description =
                    "For the owner who has lost the password of the account, to be given to nobody else: with the code and POST"
                            + " /account/recovery they set a new one. It is shown this once, good for 24 hours and once, and"
                            + " takes the place of the one before.")
    @APIResponse(
            responseCode = "201",
            description = "The code",
            content = @Content(schema = @Schema(ref = "RecoveryCode")))
    @APIResponse(responseCode = "403", description = "Nobody logs in with a password here")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", description = "The account has no password")
    public Response makeCode(@PathParam("name") String name) {
        responses.requirePasswords();
        Account account = accounts.find(name)
                .map(Accounts.WithPassword::account)
                .orElseThrow(() -> Problem.unknown("account", name));
        RecoveryCodes.IssuedCode issued = codes.issue(account.name(), Instant.now())
                .orElseThrow(() -> Problem.conflict(
                        account.name() + " has no password that could be lost: its owner logs in elsewhere"));
        LOG.infof(
                "%s: %s makes a code for a new password",
                account.name(), current.get().name().orElse("the user of this machine"));
        return Response.status(201)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Wire.write(RecoveryCode.of(issued)))
                .build();
    }
}
