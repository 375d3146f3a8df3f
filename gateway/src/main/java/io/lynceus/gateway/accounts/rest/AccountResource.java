package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Sessions;
import io.lynceus.gateway.rest.client.LabelsClient;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The caller's account: sign-up, login, logout, deletion.
@Path("/api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class AccountResource {
    private static final String LOGIN = "{\"name\": \"ada\", \"password\": \"orbit lamp violin thaw\"}";

    /// Deleting an account without a password takes a login within this time.
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Membership membership;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LabelsClient labels;
    private final CurrentCaller current;
    private final SessionResponses responses;
    private final RequestLimits limits;

    AccountResource(
            Membership membership,
            Accounts accounts,
            Sessions sessions,
            @RestClient LabelsClient labels,
            CurrentCaller current,
            SessionResponses responses,
            RequestLimits limits) {
        this.membership = membership;
        this.accounts = accounts;
        this.sessions = sessions;
        this.labels = labels;
        this.current = current;
        this.responses = responses;
        this.limits = limits;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Your name, role and proof of identity")
    @APIResponse(
            responseCode = "200",
            description = "Name, role and proof of identity",
            content = @Content(schema = @Schema(ref = "Me")))
    public Response me(@Context HttpServerRequest request) {
        return responses.describe(request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signUp",
            summary = "Sign up, and be logged in",
            description =
                    "A volunteer's account. The name is a pseudonym that everybody can see: 3 to 40 Latin letters,"
                            + " digits and . _ - between them. The password has 10 to 200 characters and is not easily guessed."
                            + " With the one-time code of the suite's operator it is the first operator's account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "SignUp"), example = LOGIN))
    @APIResponse(
            responseCode = "201",
            description = "The account is made; a cookie has the session",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response signUp(byte[] body, @Context HttpServerRequest request) {
        AccountRequests.SignUp wish = AccountRequests.read(body, AccountRequests.SignUp.class);
        String name = AccountRequests.required("name", wish.name());
        String password = AccountRequests.required("password", wish.password());
        responses.requirePasswords();
        limits.ofBeginning(current.get(), request);
        Instant now = Instant.now();
        try {
            String code = wish.code();
            Account account = code == null
                    ? membership.signUp(name, password, now)
                    : membership.signUpFirstOperator(name, password, code, now);
            return responses.begin(201, account, request);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logIn",
            summary = "Log in",
            description = "The answer is the same, and as slow, for an unknown name and a wrong password.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "LogIn"), example = LOGIN))
    @APIResponse(
            responseCode = "200",
            description = "A cookie has the session",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "401", description = "Name or password are wrong")
    public Response logIn(byte[] body, @Context HttpServerRequest request) {
        AccountRequests.LogIn given = AccountRequests.read(body, AccountRequests.LogIn.class);
        String name = AccountRequests.required("name", given.name());
        String password = AccountRequests.required("password", given.password());
        responses.requirePasswords();
        limits.ofLogin(current.get(), name, request);
        Account account = membership
                .logIn(name, password)
                .orElseThrow(() -> AccessProblem.unknownCaller("name or password is wrong"));
        return responses.begin(200, account, request);
    }

    @POST
    @Path("guest")
    @Operation(
            operationId = "beginAsGuest",
            summary = "Begin as a guest",
            description = "Gives a pseudonym under which a few labels can be tried, as long as the cookie is kept.")
    @APIResponse(
            responseCode = "201",
            description = "A cookie has the session",
            content = @Content(schema = @Schema(ref = "Me")))
    public Response beginAsGuest(@Context HttpServerRequest request) {
        if (current.identity().session().isPresent()) {
            return responses.describe(request);
        }
        limits.ofBeginning(current.get(), request);
        return responses.beginAsGuest(request);
    }

    @DELETE
    @Path("sessions/current")
    @Operation(operationId = "logOut", summary = "Log out here", description = "You stay logged in at a provider.")
    @APIResponse(responseCode = "204", description = "The session has ended")
    public Response logOut(@Context HttpServerRequest request) {
        return responses.logOut(request);
    }

    @DELETE
    @Path("sessions")
    @Operation(
            operationId = "logOutEverywhere",
            summary = "Log out everywhere",
            description = "API tokens stay; revoke them one by one.")
    @APIResponse(responseCode = "204", description = "All sessions of the account have ended")
    public Response logOutEverywhere(@Context HttpServerRequest request) {
        sessions.endAll(current.account().id());
        return responses.loggedOut(request);
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Change the password", description = "All other sessions end.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "NewPassword"),
                            example =
                                    "{\"password\": \"orbit lamp violin thaw\", \"new_password\": \"maple radar cosmos tin\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Changed; a cookie has a new session",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "403", description = "The present password is wrong, or there is none")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response changePassword(byte[] body, @Context HttpServerRequest request) {
        AccountRequests.NewPassword wish = AccountRequests.read(body, AccountRequests.NewPassword.class);
        String next = AccountRequests.required("new_password", wish.newPassword());
        if (!membership.hasPassword(current.account())) {
            throw AccessProblem.forbidden("this account has no password: its owner logs in elsewhere");
        }
        Account account = confirmed(AccountRequests.required("password", wish.password()), request);
        try {
            membership.changePassword(account, next);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        sessions.endAll(account.id());
        return responses.begin(200, account, request);
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deleteAccount",
            summary = "Delete the account",
            description =
                    "Labels stay without a name, as with DELETE /labels/volunteers/{user}; all else is erased, and"
                            + " the name is free. Where the account has no password, name confirms it, within 10"
                            + " minutes of the login. An operator's account cannot be deleted before another operator has given it"
                            + " a lesser role.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "Confirmation"),
                            example = "{\"password\": \"orbit lamp violin thaw\"}"))
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "403",
            description = "Password or name are wrong, the login is old, or the account an operator's")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Response delete(byte[] body, @Context HttpServerRequest request) {
        AccountRequests.Confirmation given = AccountRequests.read(body, AccountRequests.Confirmation.class);
        Account account = membership.hasPassword(current.account())
                ? confirmed(AccountRequests.required("password", given.password()), request)
                : confirmedByName(AccountRequests.required("name", given.name()));
        if (account.role() == Role.OPERATOR) {
            throw AccessProblem.forbidden(
                    "an operator's account cannot be deleted; let another operator make it a volunteer's");
        }
        if (labels.forget(account.name()).getStatus() >= 400) {
            throw Problem.unavailable("the labels could not be freed of your name; nothing was deleted");
        }
        accounts.remove(account.id());
        return responses.loggedOut(request);
    }

    private Account confirmed(String password, HttpServerRequest request) {
        Account account = current.account();
        limits.ofLogin(current.get(), account.name(), request);
        if (!membership.isPasswordOf(account, password)) {
            throw AccessProblem.forbidden("the password is wrong");
        }
        return account;
    }

    private Account confirmedByName(String name) {
        Account account = current.account();
        if (!AccountName.key(name).equals(AccountName.key(account.name()))) {
            throw AccessProblem.forbidden("name is not yours: type " + account.name());
        }
        boolean recent = current.identity()
                .session()
                .flatMap(sessions::begun)
                .filter(Instant.now().minus(RECENT)::isBefore)
                .isPresent();
        if (!recent) {
            throw AccessProblem.forbidden("you logged in more than " + RECENT.toMinutes()
                    + " minutes ago; log out, log in again, and then delete the account");
        }
        return account;
    }
}
