package io.lynceus.gateway;

import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import java.util.Optional;

/// What a route asks of its callers.
///
/// @param path template, e.g. `/api/v1/sources/{id}`
/// @param least role that may
/// @param scope that a token must have
/// @param naming where a request says in whose name it is; that must be the caller's own
/// @param counted whether it is one of the few labels that a guest may try
public record AccessRule(
        String method, String path, Role least, Scope scope, Optional<Naming> naming, boolean counted) {

    /// A value of a request that names a person.
    ///
    /// @param field of the path template, the query or the JSON body
    public record Naming(Place place, String field) {}

    /// Where in a request.
    public enum Place {
        PATH,
        QUERY,
        BODY
    }

    static AccessRule open(String method, String path) {
        return rule(method, path, Role.GUEST, Scope.READ);
    }

    static AccessRule rule(String method, String path, Role least, Scope scope) {
        return new AccessRule(method, path, least, scope, Optional.empty(), false);
    }

    AccessRule inTheNameOf(Place place, String field) {
        return new AccessRule(method, path, least, scope, Optional.of(new Naming(place, field)), counted);
    }

    AccessRule countedForGuests() {
        return new AccessRule(method, path, least, scope, naming, true);
    }
}
