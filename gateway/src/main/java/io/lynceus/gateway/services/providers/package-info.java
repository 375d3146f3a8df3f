/// Logins at providers by the authorization code flow with PKCE and state, by Nimbus's SDK: at OpenID providers, whose
/// signed ID token says who came, and at GitHub, which issues none and is asked.
///
/// Start at [io.lynceus.gateway.services.providers.LoginProvider]; `CodeFlow` has what both have in common.
///
/// Source: OpenID Connect Core 1.0, section 3.1; RFC 9700, section 2.1.
@NullMarked
package io.lynceus.gateway.services.providers;

import org.jspecify.annotations.NullMarked;
