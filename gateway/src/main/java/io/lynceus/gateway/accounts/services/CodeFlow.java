package io.lynceus.gateway.accounts.services;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.accounts.ProviderAway;
import io.lynceus.gateway.config.AccountsConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The authorization code flow as all providers share it, with the error messages for users. A wrong answer of a
/// provider is logged, and never shown to the browser.
final class CodeFlow {
    private static final Logger LOG = Logger.getLogger(CodeFlow.class);

    private static final int LONGEST_LINE = 300;

    private final Provider description;
    private final ClientID client;
    private final Secret secret;
    private final URI back;
    private final BoundedSender sender;

    /// @param back where the provider sends people back to
    CodeFlow(Provider description, AccountsConfig.Provider settings, URI back, Duration timeout) {
        this.description = description;
        this.client = new ClientID(settings.clientId());
        this.secret = new Secret(settings.clientSecret());
        this.back = back;
        this.sender = new BoundedSender(timeout);
    }

    Provider description() {
        return description;
    }

    ClientID client() {
        return client;
    }

    Secret secret() {
        return secret;
    }

    URI back() {
        return back;
    }

    /// The code of an answer to this attempt.
    ///
    /// @param fromHere whether the answer's word on whose it is fits (RFC 9207, section 2.4)
    AuthorizationCode code(LoginAttempt attempt, String answer, Predicate<Optional<Issuer>> fromHere) {
        AuthorizationResponse response;
        try {
            response = AuthorizationResponse.parse(back, URLUtils.parseParameters(answer));
        } catch (ParseException e) {
            throw unproven("the answer cannot be read", e);
        }
        if (!new State(attempt.state()).equals(response.getState())) {
            throw new LoginRefused(
                    "this is the answer to another login than the last one of this browser; log in again");
        }
        if (!fromHere.test(Optional.ofNullable(response.getIssuer()))) {
            throw unproven("the answer is another provider's", null);
        }
        if (!response.indicatesSuccess()) {
            throw declined(response.toErrorResponse().getErrorObject());
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw unproven("the answer has no code", null);
        }
        return code;
    }

    /// The answer of the token endpoint to a code.
    HTTPResponse exchange(AuthorizationCode code, LoginAttempt attempt, URI endpoint, ClientAuthentication proof) {
        HTTPRequest request = new TokenRequest.Builder(
                        endpoint,
                        proof,
                        new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.codeVerifier())))
                .build()
                .toHTTPRequest();
        request.setAccept("application/json");
        return send(request);
    }

    /// @throws ProviderAway if there is no complete answer, or the provider says that it is away
    HTTPResponse send(HTTPRequest request) {
        try {
            HTTPResponse answer = request.send(sender);
            if (answer.getStatusCode() >= 500) {
                throw new IOException(request.getURI().getPath() + " answers " + answer.getStatusCode());
            }
            return answer;
        } catch (IOException e) {
            throw away(e);
        }
    }

    private LoginRefused declined(ErrorObject error) {
        log("sends people back", error.getCode());
        return OAuth2Error.ACCESS_DENIED.getCode().equals(error.getCode())
                ? new LoginRefused(description.title() + " did not let you in, or you changed your mind there")
                : failed();
    }

    LoginRefused failed() {
        return new LoginRefused(
                description.title() + " could not log you in; try again, or tell the operator of this suite");
    }

    LoginRefused usedOrExpired() {
        return new LoginRefused(description.title() + " takes this login for used or expired; log in again");
    }

    ProviderAway stranger(String said) {
        return new ProviderAway(
                description.title() + " does not know this suite any more; tell its operator", new IOException(said));
    }

    ProviderAway away(Exception cause) {
        log("is away", cause.getMessage());
        return new ProviderAway(description.title() + " does not answer; try again in a few minutes", cause);
    }

    LoginRefused unproven(String why, @Nullable Exception cause) {
        log(why, cause == null ? "" : cause.getMessage());
        return new LoginRefused("the identity from " + description.title()
                + " could not be verified; try again, or tell the operator of this suite");
    }

    void log(String what, @Nullable String said) {
        LOG.warnf("%s: %s: %s", description.id(), what, inOneLine(said));
    }

    /// The text may come from anybody.
    private static String inOneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
    }
}
