package io.lynceus.gateway.accounts;

import static io.lynceus.gateway.accounts.AccessRule.open;
import static io.lynceus.gateway.accounts.AccessRule.rule;
import static io.lynceus.gateway.accounts.Role.ASTRONOMER;
import static io.lynceus.gateway.accounts.Role.GUEST;
import static io.lynceus.gateway.accounts.Role.OPERATOR;
import static io.lynceus.gateway.accounts.Role.VOLUNTEER;
import static io.lynceus.gateway.accounts.Scope.ACCOUNT;
import static io.lynceus.gateway.accounts.Scope.CLASSIFY;
import static io.lynceus.gateway.accounts.Scope.LABEL;
import static io.lynceus.gateway.accounts.Scope.OPERATE;

import io.lynceus.gateway.accounts.AccessRule.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The table of what every route asks for. A route that is not in it is closed to everybody; `AccessRulesIT` fails for
/// it.
public final class AccessRules {
    private static final String API = "/api/v1/";

    public static final List<AccessRule> ALL = List.of(
            open("GET", API + "sources"),
            open("GET", API + "sources/{id}"),
            open("GET", API + "sources/doubtful"),
            open("GET", API + "sources/{id}/association"),
            open("GET", API + "sources/{id}/light-curve"),
            open("GET", API + "sources/{id}/history"),
            open("GET", API + "sources/{id}/votes"),
            open("GET", API + "sources/{id}/consensus"),
            open("GET", API + "sources/{id}/retirement"),
            open("GET", API + "sources/{id}/comments"),
            open("GET", API + "labels/volunteers/{user}"),
            open("GET", API + "labels/ranking"),
            open("GET", API + "labels/retirement-rules"),
            open("GET", API + "labels/exports/dictionary"),
            open("GET", API + "labels/exports/{table}"),
            open("GET", API + "missions"),
            open("GET", API + "models"),
            open("GET", API + "models/{name}/{version}"),
            open("GET", API + "models/{name}/{version}/densities"),
            open("GET", API + "activations/{number}"),
            open("GET", API + "surveys/{id}"),
            open("GET", API + "surveys/{id}/refusals"),
            open("GET", API + "surveys/{id}/rows"),
            open("GET", API + "surveys/{id}/results"),
            open("GET", API + "stream"),
            open("GET", API + "stream/backlog"),
            open("GET", "/scs"),
            open("GET", "/scs/availability"),
            open("GET", "/scs/capabilities"),
            rule("POST", API + "classify", GUEST, CLASSIFY),
            rule("GET", API + "surveys", VOLUNTEER, CLASSIFY),
            rule("POST", API + "surveys", VOLUNTEER, CLASSIFY),
            rule("PUT", API + "surveys/{id}/mapping", VOLUNTEER, CLASSIFY),
            rule("POST", API + "surveys/{id}/start", VOLUNTEER, CLASSIFY),
            rule("POST", API + "surveys/{id}/cancel", VOLUNTEER, CLASSIFY),
            rule("PUT", API + "surveys/{id}/sharing", VOLUNTEER, CLASSIFY),
            rule("DELETE", API + "surveys/{id}", VOLUNTEER, CLASSIFY),
            rule("POST", API + "detections", ASTRONOMER, CLASSIFY),
            rule("POST", API + "notices", ASTRONOMER, CLASSIFY),
            rule("POST", API + "sources/{id}/votes", GUEST, LABEL)
                    .inTheNameOf(Place.BODY, "user")
                    .countedForGuests(),
            rule("POST", API + "sources/{id}/comments", VOLUNTEER, LABEL).inTheNameOf(Place.BODY, "user"),
            rule("POST", API + "comments/{id}/reports", VOLUNTEER, LABEL).inTheNameOf(Place.BODY, "user"),
            rule("GET", API + "labels/next", GUEST, LABEL).inTheNameOf(Place.QUERY, "user"),
            rule("PUT", API + "labels/volunteers/{user}/settings", GUEST, LABEL).inTheNameOf(Place.PATH, "user"),
            rule("GET", API + "labels/volunteers/{user}/export", GUEST, LABEL).inTheNameOf(Place.PATH, "user"),
            rule("DELETE", API + "labels/volunteers/{user}", GUEST, LABEL).inTheNameOf(Place.PATH, "user"),
            rule("POST", API + "sources/{id}/retirement", OPERATOR, OPERATE).inTheNameOf(Place.BODY, "by"),
            rule("GET", API + "labels/imports", OPERATOR, OPERATE),
            rule("PUT", API + "labels/imports/{name}", OPERATOR, OPERATE),
            rule("POST", API + "labels/imports/{name}", OPERATOR, OPERATE),
            rule("GET", API + "labels/correlated", OPERATOR, OPERATE),
            rule("GET", API + "comments/reported", OPERATOR, OPERATE),
            rule("GET", API + "comments/{id}/moderation", OPERATOR, OPERATE),
            rule("POST", API + "comments/{id}/moderation", OPERATOR, OPERATE).inTheNameOf(Place.BODY, "by"),
            rule("POST", API + "labels/recompute", OPERATOR, OPERATE),
            rule("GET", API + "labels/recompute/{id}", OPERATOR, OPERATE),
            rule("POST", API + "labels/retirement-dry-run", OPERATOR, OPERATE),
            rule("PUT", API + "labels/retirement-rules/{name}", OPERATOR, OPERATE),
            rule("POST", API + "labels/retirement-rules/{name}/activate", OPERATOR, OPERATE),
            rule("POST", API + "activations", OPERATOR, OPERATE),
            open("GET", API + "account"),
            rule("POST", API + "account", GUEST, ACCOUNT),
            rule("DELETE", API + "account", VOLUNTEER, ACCOUNT),
            rule("PUT", API + "account/password", VOLUNTEER, ACCOUNT),
            rule("POST", API + "account/recovery", GUEST, ACCOUNT),
            rule("POST", API + "account/guest", GUEST, ACCOUNT),
            rule("POST", API + "account/sessions", GUEST, ACCOUNT),
            rule("POST", API + "account/providers/{provider}/login", GUEST, ACCOUNT),
            rule("POST", API + "account/providers/{provider}/answer", GUEST, ACCOUNT),
            rule("POST", API + "account/providers/{provider}/name", GUEST, ACCOUNT),
            rule("DELETE", API + "account/sessions", VOLUNTEER, ACCOUNT),
            rule("DELETE", API + "account/sessions/current", GUEST, ACCOUNT),
            rule("GET", API + "account/tokens", VOLUNTEER, ACCOUNT),
            rule("POST", API + "account/tokens", VOLUNTEER, ACCOUNT),
            rule("DELETE", API + "account/tokens/{id}", VOLUNTEER, ACCOUNT),
            rule("GET", API + "accounts", OPERATOR, ACCOUNT),
            rule("PUT", API + "accounts/{name}/role", OPERATOR, ACCOUNT),
            rule("POST", API + "accounts/{name}/recovery", OPERATOR, ACCOUNT));

    private static final Map<String, AccessRule> BY_ROUTE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(rule -> rule.method() + " " + rule.path(), Function.identity()));

    private AccessRules() {}

    /// @param path template, e.g. `/api/v1/sources/{id}`
    public static Optional<AccessRule> of(String method, String path) {
        return Optional.ofNullable(BY_ROUTE.get(method + " " + path));
    }
}
