package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Accounts;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders;
import io.lynceus.gateway.accounts.IdentityProviders.ProviderLogin;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.accounts.Membership;
import io.lynceus.gateway.accounts.PendingLogins;
import io.lynceus.gateway.accounts.PendingLogins.Newcomer;
import io.lynceus.gateway.accounts.rest.AccountDocuments.LoginAddress;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Login at a provider: the way there, the way back, and a name for a new user.
///
/// The provider redirects the browser to our page, which sends the answer on. So an answer counts only from a page of
/// the suite, in the browser of the attempt, and every error is a problem document.
@Path("/api/v1/account/providers/{provider}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class ProviderResource {
    private final IdentityProviders providers;
    private final PendingLogins pendingLogins;
    private final Accounts accounts;
    private final Membership membership;
    private final SessionResponses responses;
    private final PendingLoginCookie cookie;
    private final CurrentCaller current;
    private final RequestLimits limits;

    ProviderResource(
            IdentityProviders providers,
            PendingLogins pendingLogins,
            Accounts accounts,
            Membership membership,
            SessionResponses responses,
            PendingLoginCookie cookie,
            CurrentCaller current,
            RequestLimits limits) {
        this.providers = providers;
        this.pendingLogins = pendingLogins;
        this.accounts = accounts;
        this.membership = membership;
        this.responses = responses;
        this.cookie = cookie;
        this.current = current;
        this.limits = limits;
    }

    @POST
    @Path("login")
    @Operation(
            operationId = "logInByProvider",
            summary = "Log in at a provider",
            description = "For browsers: go to the address of the answer, and come back with a query for /answer.")
    @APIResponse(
            responseCode = "200",
            description = "Where to go; a cookie makes the answer this browser's own",
            content = @Content(schema = @Schema(ref = "Departure")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "503", description = "503: the provider does not answer")
    public Response beginLogin(@PathParam("provider") String provider, @Context HttpServerRequest request) {
        limits.ofProviderLogin(current.get(), request);
        ProviderLogin login =
                providers.beginLogin(provider).orElseThrow(() -> Problem.unknown("login provider", provider));
        return Response.ok(Wire.write(new LoginAddress(login.address())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.write(pendingLogins.addAttempt(login.attempt(), Instant.now()), request))
                .build();
    }

    @POST
    @Path("answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerFromProvider",
            summary = "Come back from a provider",
            description = "Logs in the user that the provider knows. A new user has name_awaited in the answer, and"
                    + " picks a pseudonym by /name; neither name nor e-mail address are taken from the provider.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "ProviderAnswer"),
                            example = "{\"query\": \"code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj\"}"))
    @APIResponse(
            responseCode = "200",
            description = "A cookie has the session, or the pending login of a user without a name",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "401", description = "The answer proves nothing, or is not this browser's")
    @APIResponse(responseCode = "503", description = "503: the provider does not answer")
    public Response answer(@PathParam("provider") String provider, byte[] body, @Context HttpServerRequest request) {
        String query = AccountRequests.required(
                "query",
                AccountRequests.read(body, AccountRequests.ProviderAnswer.class).query());
        LoginAttempt attempt = cookie.read(request)
                .flatMap(key -> pendingLogins.takeAttempt(key, Instant.now()))
                .filter(known -> known.provider().equals(provider))
                .orElseThrow(() -> new LoginRefused("this browser did not begin this login, or did more than "
                        + PendingLogins.LONGEST.toMinutes() + " minutes ago, or has finished it; log in again"));
        Identity identity = providers.identify(attempt, query);
        return accounts.find(identity)
                .map(account -> responses.begin(200, account, request))
                .orElseGet(() -> responses.welcome(new Newcomer(provider, identity), request));
    }

    @POST
    @Path("name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signUpByProvider",
            summary = "Sign up with your identity at a provider",
            description =
                    "The name is a pseudonym as in POST /account. With the one-time code of the suite's operator it is"
                            + " the first operator's account.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "NewName"), example = "{\"name\": \"ada\"}"))
    @APIResponse(
            responseCode = "201",
            description = "The account is made; a cookie has the session",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "401", description = "No provider has confirmed your identity, or too long ago")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response name(@PathParam("provider") String provider, byte[] body, @Context HttpServerRequest request) {
        AccountRequests.NewName wish = AccountRequests.read(body, AccountRequests.NewName.class);
        String name = AccountRequests.required("name", wish.name());
        Instant now = Instant.now();
        Newcomer newcomer = cookie.read(request)
                .flatMap(key -> pendingLogins.newcomer(key, now))
                .filter(known -> known.provider().equals(provider))
                .orElseThrow(() -> new LoginRefused("no provider has said who you are, or more than "
                        + PendingLogins.LONGEST.toMinutes() + " minutes ago; log in again"));
        limits.ofBeginning(current.get(), request);
        try {
            Account account = membership.signUp(name, newcomer.identity(), Optional.ofNullable(wish.code()), now);
            return responses.begin(201, account, request);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }
}
