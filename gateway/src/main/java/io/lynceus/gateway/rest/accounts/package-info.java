/// The door itself: who asks, whether they may, and the routes of accounts, sessions and tokens.
///
/// Start at [io.lynceus.gateway.rest.accounts.Gatekeeper]. A resource that has to know who asks takes a
/// [io.lynceus.gateway.rest.accounts.CurrentCaller].
@NullMarked
package io.lynceus.gateway.rest.accounts;

import org.jspecify.annotations.NullMarked;
