package io.lynceus.gateway.accounts.services;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.IdentityProviders.ProviderLogin;
import io.lynceus.gateway.accounts.LoginAttempt;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// OpenID Connect: a provider with signed identities.
final class OidcProvider implements LoginProvider {
    private final CodeFlow flow;
    private final Discovery discovery;

    OidcProvider(CodeFlow flow, URI issuer, Duration timeout) {
        this.flow = flow;
        this.discovery = new Discovery(new Issuer(issuer), flow.client(), Math.toIntExact(timeout.toMillis()));
    }

    @Override
    public Provider description() {
        return flow.description();
    }

    @Override
    public ProviderLogin beginLogin() {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(OIDCScopeValue.OPENID), flow.client(), flow.back())
                .endpointURI(found().metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new ProviderLogin(
                request.toURI().toString(),
                new LoginAttempt(description().id(), state.getValue(), nonce.getValue(), verifier.getValue()));
    }

    @Override
    public Identity identify(LoginAttempt attempt, String answer) {
        Discovery.Found found = found();
        OIDCProviderMetadata metadata = found.metadata();
        AuthorizationCode code = flow.code(attempt, answer, issuer -> saysWhoAnswers(issuer, metadata));
        JWT token = token(flow.exchange(code, attempt, metadata.getTokenEndpointURI(), proof(metadata)));
        try {
            IDTokenClaimsSet claims = found.validator().validate(token, new Nonce(attempt.nonce()));
            return new Identity(
                    claims.getIssuer().getValue(), claims.getSubject().getValue());
        } catch (KeySourceException e) {
            throw flow.away(e);
        } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw flow.unproven("the ID token is refused", e);
        }
    }

    private Discovery.Found found() {
        try {
            return discovery.found();
        } catch (IOException e) {
            throw flow.away(e);
        }
    }

    private static boolean saysWhoAnswers(Optional<Issuer> issuer, OIDCProviderMetadata metadata) {
        return issuer.map(metadata.getIssuer()::equals)
                .orElseGet(() -> !metadata.supportsAuthorizationResponseIssuerParam());
    }

    private JWT token(HTTPResponse answer) {
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw notExchanged(response.toErrorResponse().getErrorObject());
            }
            JWT token = ((OIDCTokenResponse) response).getOIDCTokens().getIDToken();
            if (token == null) {
                throw flow.unproven("there is no ID token", null);
            }
            return token;
        } catch (ParseException e) {
            throw flow.unproven("the answer of the token endpoint cannot be read", e);
        }
    }

    private RuntimeException notExchanged(ErrorObject error) {
        flow.log("does not say who came", error.getCode());
        return OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())
                ? flow.stranger("invalid_client")
                : flow.usedOrExpired();
    }

    /// The specification's default, unless the provider supports only the other method, like ORCID.
    private ClientAuthentication proof(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken = Objects.requireNonNullElse(
                metadata.getTokenEndpointAuthMethods(), List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        return taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(flow.client(), flow.secret())
                : new ClientSecretPost(flow.client(), flow.secret());
    }
}
