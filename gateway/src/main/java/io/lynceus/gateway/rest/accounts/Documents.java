package io.lynceus.gateway.rest.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.gateway.Caller.Proof;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.ApiTokens.ApiToken;
import io.lynceus.gateway.accounts.ApiTokens.Issued;
import io.lynceus.gateway.accounts.Arrivals.Newcomer;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.rest.accounts.CurrentCaller.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Answers about accounts.
final class Documents {
    private Documents() {}

    @Schema(name = "Me", description = "Who asks.")
    @JsonNaming(SnakeCaseStrategy.class)
    record Me(
            @Schema(description = "Pseudonym; null for a stranger and where this machine may do everything.") @Nullable
            String name,

            @Schema(description = "guest, volunteer, astronomer or operator.")
            String role,

            @Schema(description = "By what the caller is known: none, this_machine, session or token.")
            String proof,

            @Schema(description = "Labels that a guest may still give; null for others.") @Nullable
            Integer guestLabelsLeft,

            @Schema(description = "Whether writing takes an account here.")
            boolean accountsRequired,

            @Schema(description = "Whether the first operator is yet to sign up.")
            boolean operatorAwaited,

            @Schema(description = "Whether people sign up and log in with a password here.")
            boolean passwords,

            @Schema(description = "Who logs people in besides, or in place of passwords.")
            List<ProviderTitle> providers,

            @Schema(description = "Whether you log in with a password; null for who is not logged in.") @Nullable
            Boolean hasPassword,

            @Schema(
                    description =
                            "The provider that says who you are, where you are yet to pick a pseudonym; null otherwise.")
            @Nullable
            String nameAwaited) {
        static Me of(
                Identity identity,
                Ways ways,
                int guestLabels,
                Optional<Boolean> hasPassword,
                Optional<Newcomer> newcomer) {
            boolean guest =
                    identity.caller().role() == Role.GUEST && identity.caller().proof() == Proof.SESSION;
            return new Me(
                    identity.caller().name().orElse(null),
                    identity.caller().role().wireName(),
                    identity.caller().proof().name().toLowerCase(Locale.ROOT),
                    guest ? Math.max(0, guestLabels - identity.guestLabels()) : null,
                    ways.required(),
                    ways.operatorAwaited(),
                    ways.passwords(),
                    ways.providers().stream().map(ProviderTitle::of).toList(),
                    hasPassword.orElse(null),
                    newcomer.map(Newcomer::provider).orElse(null));
        }
    }

    /// The ways into this suite.
    record Ways(boolean required, boolean passwords, boolean operatorAwaited, List<Provider> providers) {}

    @Schema(name = "LoginProvider")
    record ProviderTitle(
            @Schema(description = "In addresses.") String id,
            @Schema(description = "For people.") String title) {
        static ProviderTitle of(Provider provider) {
            return new ProviderTitle(provider.id(), provider.title());
        }
    }

    @Schema(name = "Departure")
    record DepartureAddress(
            @Schema(description = "The provider's page, where the browser goes next.")
            String address) {}

    @Schema(name = "Account")
    record Person(String name, String role) {
        static Person of(Account account) {
            return new Person(account.name(), account.role().wireName());
        }
    }

    @Schema(name = "Accounts")
    @JsonNaming(SnakeCaseStrategy.class)
    record People(
            List<Person> accounts,

            @Schema(description = "Asks for the next page; null on the last.") @Nullable
            String nextCursor) {}

    @Schema(name = "ApiToken")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Token(
            long id,
            String name,
            List<String> scopes,
            String createdAt,
            String expiresAt,

            @Schema(description = "The token itself, when it is made and never again.") @Nullable
            String token) {
        static Token of(ApiToken token) {
            return of(token, null);
        }

        static Token of(Issued issued) {
            return of(issued.token(), issued.secret().text());
        }

        private static Token of(ApiToken token, @Nullable String secret) {
            return new Token(
                    token.id(),
                    token.name(),
                    token.scopes().stream().sorted().map(Scope::wireName).toList(),
                    token.createdAt().toString(),
                    token.expiresAt().toString(),
                    secret);
        }
    }

    @Schema(name = "ApiTokens")
    record Tokens(List<Token> tokens) {}
}
