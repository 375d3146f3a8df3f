/// The services behind the gateway, and the failure to reach one.
@NullMarked
package io.lynceus.gateway.suite;

import org.jspecify.annotations.NullMarked;
