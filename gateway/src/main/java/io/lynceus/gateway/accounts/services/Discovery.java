package io.lynceus.gateway.accounts.services;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The metadata of a provider, fetched when needed and kept for an hour.
///
/// Source: OpenID Connect Discovery 1.0, section 4.
final class Discovery {
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    /// Many times what a provider with a dozen keys needs.
    private static final int MOST_BYTES = 200_000;

    private final Issuer issuer;
    private final ClientID client;
    private final int timeoutMs;
    private volatile @Nullable Found found;

    Discovery(Issuer issuer, ClientID client, int timeoutMs) {
        this.issuer = issuer;
        this.client = client;
        this.timeoutMs = timeoutMs;
    }

    /// @param validator of ID tokens of this provider for this client
    record Found(OIDCProviderMetadata metadata, IDTokenValidator validator, long atNanos) {}

    /// @throws IOException if the provider does not answer, or names another issuer
    Found found() throws IOException {
        Found known = found;
        if (known == null || System.nanoTime() - known.atNanos() > KEPT_NANOS) {
            known = ask();
            found = known;
        }
        return known;
    }

    private Found ask() throws IOException {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, timeoutMs, timeoutMs);
            return new Found(metadata, validator(metadata.getJWKSetURI()), System.nanoTime());
        } catch (GeneralException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Accepts only signatures by the provider's published keys: no missing signature, and none by a shared secret or a
    /// public key used as one. Keys are kept for five minutes, and fetched again when one is unknown.
    private IDTokenValidator validator(URI keys) throws IOException {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys.toURL(), new DefaultResourceRetriever(timeoutMs, timeoutMs, MOST_BYTES))
                .refreshAheadCache(false)
                .build();
        return new IDTokenValidator(
                issuer, client, new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, source), null);
    }
}
