package io.lynceus.gateway;

import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import java.util.Optional;

/// The access rule of one route.
///
/// @param path template, e.g. `/api/v1/sources/{id}`
/// @param least the least role that may call the route
/// @param scope the scope that a token needs
/// @param naming place of the user name in the request, which must be the caller's own name
/// @param counted whether a call counts as one of the labels that a guest may try
public record AccessRule(
        String method, String path, Role least, Scope scope, Optional<Naming> naming, boolean counted) {

    /// The place of a user name in a request.
    ///
    /// @param field of the path template, the query or the JSON body
    public record Naming(Place place, String field) {}

    /// A part of a request.
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
