package io.lynceus.gateway.accounts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.ApiTokens.ApiToken;
import io.lynceus.gateway.accounts.ApiTokens.IssuedToken;
import io.lynceus.gateway.accounts.Caller.Proof;
import io.lynceus.gateway.accounts.IdentityProviders.Provider;
import io.lynceus.gateway.accounts.PendingLogins.Newcomer;
import io.lynceus.gateway.accounts.RecoveryCodes;
import io.lynceus.gateway.accounts.Role;
import io.lynceus.gateway.accounts.Scope;
import io.lynceus.gateway.accounts.rest.CurrentCaller.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers about accounts.
final class AccountDocuments {
    private AccountDocuments() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Me(
            @Nullable String name,
            String role,
            String proof,
            @Nullable Integer guestLabelsLeft,
            boolean accountsRequired,
            boolean operatorAwaited,
            boolean passwords,
            List<ProviderTitle> providers,
            @Nullable Boolean hasPassword,
            @Nullable String nameAwaited) {
        static Me of(
                Identity identity,
                LoginOptions options,
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
                    options.required(),
                    options.operatorAwaited(),
                    options.passwords(),
                    options.providers().stream().map(ProviderTitle::of).toList(),
                    hasPassword.orElse(null),
                    newcomer.map(Newcomer::provider).orElse(null));
        }
    }

    /// The options to log in to this suite.
    record LoginOptions(boolean required, boolean passwords, boolean operatorAwaited, List<Provider> providers) {}

    record ProviderTitle(String id, String title) {
        static ProviderTitle of(Provider provider) {
            return new ProviderTitle(provider.id(), provider.title());
        }
    }

    record LoginAddress(String address) {}

    record Person(String name, String role) {
        static Person of(Account account) {
            return new Person(account.name(), account.role().wireName());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record RecoveryCode(String name, String code, String expiresAt) {
        static RecoveryCode of(RecoveryCodes.IssuedCode issued) {
            return new RecoveryCode(
                    issued.account().name(),
                    issued.code().text(),
                    issued.expiresAt().toString());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record People(List<Person> accounts, @Nullable String nextCursor) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Token(
            long id,
            String name,
            List<String> scopes,
            String createdAt,
            String expiresAt,
            @Nullable String token) {
        static Token of(ApiToken token) {
            return of(token, null);
        }

        static Token of(IssuedToken issued) {
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

    record Tokens(List<Token> tokens) {}
}
