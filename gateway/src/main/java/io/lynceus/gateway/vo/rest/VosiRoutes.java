package io.lynceus.gateway.vo.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Serves the VOSI documents at the root too: clients look in both places.
class VosiRoutes {
    private static final List<String> DOCUMENTS = List.of("/availability", "/capabilities");

    void register(@Observes Router router) {
        DOCUMENTS.forEach(document ->
                router.route(HttpMethod.GET, document).handler(context -> context.reroute("/scs" + document)));
    }
}
