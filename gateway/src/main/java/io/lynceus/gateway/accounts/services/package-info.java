/// Login providers: OpenID Connect and GitHub, as configured by the operator.
///
/// Start at [io.lynceus.gateway.accounts.services.ConfiguredProviders].
@NullMarked
package io.lynceus.gateway.accounts.services;

import org.jspecify.annotations.NullMarked;
