/// Login providers by the authorization code flow with PKCE and state, with Nimbus's SDK: OpenID Connect and GitHub.
///
/// An OpenID provider signs the identity in an ID token; GitHub issues none, so its API is asked. Start at
/// [io.lynceus.gateway.accounts.services.LoginProvider]; `CodeFlow` has what both have in common.
///
/// Source: OpenID Connect Core 1.0, section 3.1; RFC 9700, section 2.1.
@NullMarked
package io.lynceus.gateway.accounts.services;

import org.jspecify.annotations.NullMarked;
