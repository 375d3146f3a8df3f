package io.lynceus.gateway.accounts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lynceus.contracts.Wire;
import io.lynceus.gateway.AccessRule.Naming;
import io.lynceus.gateway.accounts.Caller;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.rest.BoundedBody;
import io.lynceus.runtime.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes callers act under their own names. A body without a name gets the caller's name. A name that is no string is
/// refused.
@Singleton
class OwnNameCheck {
    /// @throws AccessProblem 401 if the caller has no name, 403 if it is another
    void require(Caller caller, Naming naming, ContainerRequestContext context) {
        if (caller.proof() == Proof.THIS_MACHINE) {
            return;
        }
        String own = caller.name()
                .orElseThrow(() -> AccessProblem.unknownCaller(
                        "this is done under a name: log in at /account, or begin as a guest with POST"
                                + " /api/v1/account/guest"));
        switch (naming.place()) {
            case PATH ->
                requireOwn(caller, own, context.getUriInfo().getPathParameters().get(naming.field()));
            case QUERY ->
                requireOwn(
                        caller, own, context.getUriInfo().getQueryParameters().get(naming.field()));
            case BODY -> inBody(caller, own, naming.field(), context);
        }
    }

    private static void requireOwn(Caller caller, String own, @Nullable List<String> users) {
        for (String user : users == null ? List.<String>of() : users) {
            requireOwn(caller, own, user);
        }
    }

    private static void requireOwn(Caller caller, String own, String user) {
        if (!caller.mayActAs(user)) {
            throw AccessProblem.forbidden("you are '" + own + "' and cannot act as '" + user + "'");
        }
    }

    private void inBody(Caller caller, String own, String field, ContainerRequestContext context) {
        byte[] body = read(context);
        JsonNode json = Wire.tree(body);
        if (json instanceof ObjectNode object) {
            JsonNode user = object.get(field);
            if (user == null) {
                body = Wire.write(object.put(field, own));
            } else if (user.isTextual()) {
                requireOwn(caller, own, user.textValue());
            } else {
                throw Problem.invalid(field + " must be a string");
            }
        }
        context.setEntityStream(new ByteArrayInputStream(body));
    }

    private static byte[] read(ContainerRequestContext context) {
        try {
            return BoundedBody.read(context.getEntityStream(), BoundedBody.SMALL_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
