/// Logins at OpenID providers: the authorization code flow with PKCE, state and nonce, by Nimbus's SDK.
///
/// Source: OpenID Connect Core 1.0, section 3.1; RFC 9700, section 2.1.
@NullMarked
package io.lynceus.gateway.services.oidc;

import org.jspecify.annotations.NullMarked;
