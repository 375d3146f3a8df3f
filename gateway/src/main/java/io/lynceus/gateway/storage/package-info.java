/// The gateway's database: accounts, sessions and tokens, none of them with a secret that could be used.
@NullMarked
package io.lynceus.gateway.storage;

import org.jspecify.annotations.NullMarked;
