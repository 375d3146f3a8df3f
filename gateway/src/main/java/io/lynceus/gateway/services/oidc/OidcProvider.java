package io.lynceus.gateway.services.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders.Departure;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.LoginAttempt;
import io.lynceus.gateway.accounts.LoginRefused;
import io.lynceus.gateway.accounts.ProviderAway;
import io.lynceus.gateway.config.AccountsConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One provider. What it answers goes to the log where it is wrong, and never to the browser.
final class OidcProvider {
    private static final Logger LOG = Logger.getLogger(OidcProvider.class);

    private static final int LONGEST_LINE = 300;

    private final Provider description;
    private final Discovery discovery;
    private final ClientID client;
    private final Secret secret;
    private final URI back;
    private final int timeoutMs;

    /// @param back where the provider sends people back to
    OidcProvider(Provider description, AccountsConfig.Provider settings, URI back, Duration timeout) {
        this.description = description;
        this.client = new ClientID(settings.clientId());
        this.secret = new Secret(settings.clientSecret());
        this.back = back;
        this.timeoutMs = Math.toIntExact(timeout.toMillis());
        this.discovery = new Discovery(new Issuer(settings.issuer()), client, timeoutMs);
    }

    Provider description() {
        return description;
    }

    Departure depart() {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(OIDCScopeValue.OPENID), client, back)
                .endpointURI(found().metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new Departure(
                request.toURI().toString(),
                new LoginAttempt(description.id(), state.getValue(), nonce.getValue(), verifier.getValue()));
    }

    Identity identify(LoginAttempt attempt, String answer) {
        Discovery.Found found = found();
        JWT token = exchange(code(attempt, answer, found.metadata()), attempt, found.metadata());
        try {
            IDTokenClaimsSet claims = found.validator().validate(token, new Nonce(attempt.nonce()));
            return new Identity(
                    claims.getIssuer().getValue(), claims.getSubject().getValue());
        } catch (KeySourceException e) {
            throw away(e);
        } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw unproven("the ID token is refused", e);
        }
    }

    private Discovery.Found found() {
        try {
            return discovery.found();
        } catch (IOException e) {
            throw away(e);
        }
    }

    private AuthorizationCode code(LoginAttempt attempt, String answer, OIDCProviderMetadata metadata) {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(back, URLUtils.parseParameters(answer));
        } catch (ParseException e) {
            throw unproven("the answer cannot be read", e);
        }
        if (!new State(attempt.state()).equals(response.getState())) {
            throw new LoginRefused(
                    "this is the answer to another login than the last one of this browser; log in again");
        }
        if (!saysWhoAnswers(response, metadata)) {
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

    /// RFC 9207, section 2.4.
    private static boolean saysWhoAnswers(AuthenticationResponse response, OIDCProviderMetadata metadata) {
        return response.getIssuer() == null
                ? !metadata.supportsAuthorizationResponseIssuerParam()
                : response.getIssuer().equals(metadata.getIssuer());
    }

    private JWT exchange(AuthorizationCode code, LoginAttempt attempt, OIDCProviderMetadata metadata) {
        HTTPRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        proof(metadata),
                        new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.codeVerifier())))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(timeoutMs);
        request.setReadTimeout(timeoutMs);
        request.setFollowRedirects(false);
        try {
            HTTPResponse answer = request.send();
            if (answer.getStatusCode() >= 500) {
                throw away(new IOException("the token endpoint answers " + answer.getStatusCode()));
            }
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw notExchanged(response.toErrorResponse().getErrorObject());
            }
            JWT token = ((OIDCTokenResponse) response).getOIDCTokens().getIDToken();
            if (token == null) {
                throw unproven("there is no ID token", null);
            }
            return token;
        } catch (IOException e) {
            throw away(e);
        } catch (ParseException e) {
            throw unproven("the answer of the token endpoint cannot be read", e);
        }
    }

    /// As the specification's default, unless the provider takes the other way only, like ORCID.
    private ClientAuthentication proof(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken = Objects.requireNonNullElse(
                metadata.getTokenEndpointAuthMethods(), List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        return taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client, secret)
                : new ClientSecretPost(client, secret);
    }

    private LoginRefused declined(ErrorObject error) {
        log("sends people back", error.getCode());
        return new LoginRefused(
                OAuth2Error.ACCESS_DENIED.getCode().equals(error.getCode())
                        ? description.title() + " did not let you in, or you changed your mind there"
                        : description.title() + " could not log you in; try again, or tell whoever runs this suite");
    }

    private RuntimeException notExchanged(ErrorObject error) {
        log("does not say who came", error.getCode());
        return OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())
                ? new ProviderAway(
                        description.title() + " does not know this suite any more; tell whoever runs it",
                        new IOException("invalid_client"))
                : new LoginRefused(description.title() + " takes this login for used or expired; log in again");
    }

    private void log(String what, @Nullable String said) {
        LOG.warnf("%s: %s: %s", description.id(), what, inOneLine(said));
    }

    /// What comes in may be anybody's text.
    private static String inOneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
    }

    private ProviderAway away(Exception cause) {
        log("is away", cause.getMessage());
        return new ProviderAway(description.title() + " does not answer; try again in a few minutes", cause);
    }

    private LoginRefused unproven(String why, @Nullable Exception cause) {
        log(why, cause == null ? "" : cause.getMessage());
        return new LoginRefused("what " + description.title()
                + " says of you could not be verified; try again, or tell whoever runs this suite");
    }
}
