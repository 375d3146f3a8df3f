/// The hourly removal of expired sessions, pending logins and recovery codes.
@NullMarked
package io.lynceus.gateway.accounts.schedule;

import org.jspecify.annotations.NullMarked;
