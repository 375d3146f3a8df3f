/// Access control of every request, and the routes of accounts, sessions and tokens.
///
/// Start at [io.lynceus.gateway.accounts.rest.AccessFilter]. A resource that needs to know the caller takes a
/// [io.lynceus.gateway.accounts.rest.CurrentCaller].
@NullMarked
package io.lynceus.gateway.accounts.rest;

import org.jspecify.annotations.NullMarked;
