package io.lynceus.gateway.accounts.rest;

import io.lynceus.contracts.ProblemDocument;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.accounts.LastOperator;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.accounts.NameTaken;
import io.lynceus.gateway.accounts.ProviderAway;
import io.lynceus.runtime.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers refused requests with the reason and the way on.
public class AccessProblemResponses {
    private static final String CHALLENGE = "Bearer realm=\"lynceus\"";
    private static final int PROVIDER_RETRY_SECONDS = 60;

    @ServerExceptionMapper
    Response refused(AccessProblem e) {
        Response.ResponseBuilder response = response(e.document());
        if (e.document().status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        e.comeBackAfter()
                .ifPresent(
                        wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, (wait.toMillis() + 999) / 1000)));
        return response.build();
    }

    @ServerExceptionMapper
    Response taken(NameTaken e) {
        return response(ProblemDocument.of("name-taken", "The name is taken", 409, e.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response last(LastOperator e) {
        return response(ProblemDocument.of("last-operator", "The suite needs an operator", 409, e.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response unproven(LoginRefused e) {
        return response(ProblemDocument.of("login-refused", "The login proves nothing", 401, e.getMessage()))
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    Response away(ProviderAway e) {
        return response(Problem.unavailable(String.valueOf(e.getMessage())).document())
                .header(HttpHeaders.RETRY_AFTER, PROVIDER_RETRY_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder response(ProblemDocument document) {
        return Response.status(document.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(Wire.write(document));
    }
}
