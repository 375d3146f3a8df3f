package io.lynceus.gateway.accounts.services;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.IdentityProviders.ProviderLogin;
import io.lynceus.gateway.accounts.LoginAttempt;
import java.io.IOException;
import java.util.Set;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// GitHub: a provider without signed identities, whose API is asked for the user.
///
/// The code is exchanged for a token over TLS with the client's secret and the PKCE verifier. So the token comes from
/// GitHub, for this suite and this attempt, and GitHub names its user over TLS too. An ID token would prove the same by
/// a signature. The token has no scope, is used once, and is not kept.
///
/// Source: docs.github.com, *Authorizing OAuth apps* and *Get the authenticated user*.
final class GitHubProvider implements LoginProvider {
    private static final String API_VERSION = "2022-11-28";

    private static final int NOT_FOUND = 404;

    /// GitHub's words for too many requests.
    private static final Set<Integer> NOT_NOW = Set.of(403, 429);

    private static final Set<String> NOT_THIS_CLIENT =
            Set.of("incorrect_client_credentials", "invalid_client", "redirect_uri_mismatch", "application_suspended");

    private final CodeFlow flow;
    private final GitHubSite site;

    GitHubProvider(CodeFlow flow, GitHubSite site) {
        this.flow = flow;
        this.site = site;
    }

    @Override
    public Provider description() {
        return flow.description();
    }

    @Override
    public ProviderLogin beginLogin() {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        AuthorizationRequest request = new AuthorizationRequest.Builder(ResponseType.CODE, flow.client())
                .endpointURI(site.authorize())
                .redirectionURI(flow.back())
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new ProviderLogin(
                request.toURI().toString(),
                new LoginAttempt(description().id(), state.getValue(), "", verifier.getValue()));
    }

    @Override
    public Identity identify(LoginAttempt attempt, String answer) {
        // An Enterprise Server may be of before GitHub said whose an answer is.
        AuthorizationCode code = flow.code(
                attempt,
                answer,
                issuer -> issuer.isEmpty() || issuer.get().getValue().equals(site.issuerOfAnswers()));
        BearerAccessToken token =
                token(flow.exchange(code, attempt, site.token(), new ClientSecretPost(flow.client(), flow.secret())));
        return new Identity(site.issuer().toString(), Long.toString(user(token)));
    }

    private BearerAccessToken token(HTTPResponse answer) {
        if (answer.getStatusCode() == NOT_FOUND) {
            flow.log("does not say who came", "no such client");
            throw flow.stranger("no such client");
        }
        requireTime(answer);
        try {
            JSONObject said = answer.getBodyAsJSONObject();
            // Refusals have status 200.
            if (said.containsKey("error")) {
                throw refused(ErrorObject.parse(said));
            }
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            BearerAccessToken token =
                    AccessTokenResponse.parse(said).getTokens().getBearerAccessToken();
            if (token == null) {
                throw flow.unproven("the token is no bearer token", null);
            }
            return token;
        } catch (ParseException e) {
            throw flow.unproven("the answer of the token endpoint cannot be read", e);
        }
    }

    private RuntimeException refused(ErrorObject error) {
        String code = String.valueOf(error.getCode());
        flow.log("does not say who came", code);
        if (NOT_THIS_CLIENT.contains(code)) {
            return flow.stranger(code);
        }
        return code.equals("bad_verification_code") ? flow.usedOrExpired() : flow.failed();
    }

    /// The number of the token's user. A login name may be changed, and the old one taken by another user.
    private long user(BearerAccessToken token) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, site.user());
        request.setAuthorization(token.toAuthorizationHeader());
        request.setAccept("application/vnd.github+json");
        request.setHeader("X-GitHub-Api-Version", API_VERSION);
        // Without one GitHub refuses.
        request.setHeader("User-Agent", "Lynceus");
        HTTPResponse answer = flow.send(request);
        requireTime(answer);
        try {
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            return positive(answer.getBodyAsJSONObject().get("id"));
        } catch (ParseException e) {
            throw flow.unproven("who came cannot be read", e);
        }
    }

    private void requireTime(HTTPResponse answer) {
        if (NOT_NOW.contains(answer.getStatusCode())) {
            throw flow.away(new IOException("too many requests: " + answer.getStatusCode()));
        }
    }

    private static long positive(@Nullable Object id) throws ParseException {
        if ((id instanceof Integer || id instanceof Long) && ((Number) id).longValue() > 0) {
            return ((Number) id).longValue();
        }
        throw new ParseException("id must be an integer > 0: " + id);
    }
}
