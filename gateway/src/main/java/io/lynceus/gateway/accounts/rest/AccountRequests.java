package io.lynceus.gateway.accounts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.contracts.Wire;
import io.lynceus.runtime.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies of the requests about accounts. No error message quotes a value, since it may be a password.
final class AccountRequests {
    private AccountRequests() {}

    record SignUp(
            @Nullable String name,
            @Nullable String password,
            @Nullable String code) {}

    record LogIn(@Nullable String name, @Nullable String password) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewPassword(@Nullable String password, @Nullable String newPassword) {}

    /// @param name in place of the password where the account has none
    record Confirmation(@Nullable String password, @Nullable String name) {}

    /// @param query of the address that a provider redirected the browser to
    record ProviderAnswer(@Nullable String query) {}

    record NewName(@Nullable String name, @Nullable String code) {}

    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days) {}

    record NewPasswordByCode(
            @Nullable String name,
            @Nullable String code,
            @Nullable String password) {}

    record NewRole(@Nullable String role) {}

    /// @throws Problem 400 if the body is no such object
    static <T> T read(byte[] body, Class<T> type) {
        JsonNode json = Wire.tree(body);
        if (!json.isObject()) {
            throw Problem.badRequest("the body must be an object");
        }
        return Wire.readStrictly(json, type);
    }

    /// @throws Problem 422 if there is no value
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid("required field " + field + " is missing");
        }
        return value;
    }
}
