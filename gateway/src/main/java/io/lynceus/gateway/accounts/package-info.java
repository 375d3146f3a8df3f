/// Access to the suite: accounts, roles, sessions, API tokens, rate limits.
///
/// Start at [io.lynceus.gateway.accounts.Membership], which creates accounts and logs users in. The rules of all routes
/// are in [io.lynceus.gateway.AccessRules].
@NullMarked
package io.lynceus.gateway.accounts;

import org.jspecify.annotations.NullMarked;
