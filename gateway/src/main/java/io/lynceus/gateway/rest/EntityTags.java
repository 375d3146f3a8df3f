package io.lynceus.gateway.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import net.jpountz.xxhash.XXHashFactory;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Tags JSON answers by their content; conditional requests get 304.
///
/// This saves the transfer, not the work of the services. The tags are weak, since the answer may be compressed. A fast
/// digest is enough: an attacker could only deceive a cache of its own.
class EntityTags {
    private static final long SEED = 0;

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.GET)
                || response.getStatus() != Response.Status.OK.getStatusCode()
                || !(response.getEntity() instanceof byte[] body)
                || response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        EntityTag tag = new EntityTag(digest(body), true);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (request.getRequest().evaluatePreconditions(tag) != null) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static String digest(byte[] body) {
        return Long.toHexString(XXHashFactory.fastestInstance().hash64().hash(body, 0, body.length, SEED));
    }
}
