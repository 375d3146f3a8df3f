/// The services behind the gateway, as small HTTP servers that answer with the contracts' examples.
package io.lynceus.gateway.peers;
