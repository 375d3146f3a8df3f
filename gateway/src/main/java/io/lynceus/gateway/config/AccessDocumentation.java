package io.lynceus.gateway.config;

import io.lynceus.gateway.AccessRule;
import io.lynceus.gateway.AccessRules;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Adds to the OpenAPI document who may call an operation, from the table that is enforced.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessDocumentation implements OASFilter {
    private static final String TOKEN = "token";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token, made at /account."));
        api.setComponents(components);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) ->
                        AccessRules.of(method.name(), path).ifPresent(rule -> describe(operation, rule))));
    }

    private static void describe(Operation operation, AccessRule rule) {
        if (rule.least() != Role.GUEST || rule.naming().isPresent()) {
            refuses(operation.getResponses(), "401", "The caller is unknown");
            refuses(operation.getResponses(), "403", "The caller may not do this");
        }
        if (rule.least() != Role.GUEST && rule.scope() != Scope.ACCOUNT) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(TOKEN, List.of()));
        }
        String description = operation.getDescription();
        operation.setDescription((description == null ? "" : description + " ") + "For: "
                + rule.least().wireName()
                + (rule.scope() == Scope.ACCOUNT
                        ? "; no token."
                        : "; scope of a token: " + rule.scope().wireName() + "."));
    }

    private static void refuses(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(description)
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            "application/problem+json",
                                            OASFactory.createMediaType()
                                                    .schema(OASFactory.createSchema()
                                                            .ref("Problem")))));
        }
    }
}
