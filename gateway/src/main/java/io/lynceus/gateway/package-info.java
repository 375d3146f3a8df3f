/// The one public door: what comes in is checked, sent on to the services, and put together again.
///
/// Start at [io.lynceus.gateway.ClassificationChain] for an answer at once, [io.lynceus.gateway.Broadcast] for the
/// stream, [io.lynceus.gateway.accounts.AccessRules] for who may do what.
@NullMarked
package io.lynceus.gateway;

import org.jspecify.annotations.NullMarked;
