package io.lynceus.gateway.accounts.rest;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.Recovery;
import io.lynceus.gateway.accounts.Secret;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A new password in place of a lost one.
@Path("/api/v1/account/recovery")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class RecoveryResource {
    private final Recovery recovery;
    private final SessionResponses responses;
    private final CurrentCaller current;
    private final RequestLimits limits;

    RecoveryResource(Recovery recovery, SessionResponses responses, CurrentCaller current, RequestLimits limits) {
        this.recovery = recovery;
        this.responses = responses;
        this.current = current;
        this.limits = limits;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recoverPassword",
            summary = "Set a new password in place of a lost one, and be logged in",
            description =
                    "With a code that an operator made by POST /accounts/{name}/recovery. All sessions and API tokens"
                            + " of the account end, and the code is used up. The answer is the same, and as slow, for an"
                            + " unknown name and for a code that is wrong, used or expired.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(ref = "NewPasswordByCode"),
                            example =
                                    "{\"name\": \"ada\", \"code\": \"recovery_SplxlOBeZQQYbYS6WxSbIA\", \"password\": \"maple radar cosmos tin\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Set; a cookie has a new session",
            content = @Content(schema = @Schema(ref = "Me")))
    @APIResponse(responseCode = "401", description = "Name or code are wrong, or the code was used or has expired")
    @APIResponse(responseCode = "403", description = "Nobody logs in with a password here")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response recover(byte[] body, @Context HttpServerRequest request) {
        AccountRequests.NewPasswordByCode wish = AccountRequests.read(body, AccountRequests.NewPasswordByCode.class);
        String name = AccountRequests.required("name", wish.name());
        String code = AccountRequests.required("code", wish.code());
        String password = AccountRequests.required("password", wish.password());
        responses.requirePasswords();
        limits.ofLogin(current.get(), name, request);
        try {
            Account account = recovery.recover(name, Secret.shown(code), password, Instant.now())
                    .orElseThrow(
                            () -> AccessProblem.unknownCaller(
                                    "name or code is wrong, or the code was used or has expired; ask an operator for a new one"));
            return responses.begin(200, account, request);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }
}
