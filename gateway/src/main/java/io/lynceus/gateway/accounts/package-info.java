/// Who may do what: accounts, roles, sessions, API tokens, rate limits.
///
/// Start at [io.lynceus.gateway.AccessRules], the one table of what a route asks for, and at
/// [io.lynceus.gateway.accounts.Membership], which makes accounts and lets their owners in.
@NullMarked
package io.lynceus.gateway.accounts;

import org.jspecify.annotations.NullMarked;
