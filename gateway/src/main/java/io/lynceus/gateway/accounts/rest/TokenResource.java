package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.ApiTokens;
import io.lynceus.gateway.accounts.ApiTokens.IssuedToken;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.rest.AccountDocuments.Token;
import io.lynceus.gateway.accounts.rest.AccountDocuments.Tokens;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// API tokens of the caller.
@Path("/api/v1/account/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class TokenResource {
    private final ApiTokens tokens;
    private final CurrentCaller current;

    TokenResource(ApiTokens tokens, CurrentCaller current) {
        this.tokens = tokens;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listApiTokens", summary = "Your API tokens, without the secrets")
    @APIResponse(
            responseCode = "200",
            description = "The tokens",
            content = @Content(schema = @Schema(ref = "ApiTokens")))
    public byte[] list() {
        return Wire.write(new Tokens(
                tokens.of(current.account().id()).stream().map(Token::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeApiToken",
            summary = "Make an API token",
            description =
                    "For the header Authorization: Bearer. Scopes are some of read, classify, label, operate; what"
                            + " your role does not allow a token does not either. It expires after so many days, 1 to 366. The"
                            + " token is shown this once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "NewApiToken"),
                            example =
                                    "{\"name\": \"nightly upload\", \"scopes\": [\"read\", \"classify\"], \"days\": 90}"))
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content = @Content(schema = @Schema(ref = "ApiToken")))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response issue(byte[] body) {
        AccountRequests.NewToken wish = AccountRequests.read(body, AccountRequests.NewToken.class);
        String name = AccountRequests.required("name", wish.name()).strip();
        try {
            ApiTokens.TokenRequest checked = new ApiTokens.TokenRequest(
                    name,
                    AccountRequests.required("scopes", wish.scopes()).stream()
                            .map(scope -> Scope.ofToken(String.valueOf(scope)))
                            .collect(Collectors.toSet()),
                    Duration.ofDays(AccountRequests.required("days", wish.days())));
            IssuedToken issued = tokens.issue(current.account().id(), checked, Instant.now())
                    .orElseThrow(() -> Problem.conflict("you have a token named '" + name + "'"));
            return Response.status(201)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Wire.write(Token.of(issued)))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeApiToken", summary = "Revoke an API token at once")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public void revoke(@PathParam("id") long id) {
        if (!tokens.revoke(current.account().id(), id)) {
            throw Problem.unknown("token", Long.toString(id));
        }
    }
}
