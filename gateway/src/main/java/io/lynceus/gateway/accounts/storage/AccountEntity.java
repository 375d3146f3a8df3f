package io.lynceus.gateway.accounts.storage;

import io.lynceus.gateway.accounts.Account;
import io.lynceus.gateway.accounts.AccountName;
import io.lynceus.gateway.accounts.Accounts.WithPassword;
import io.lynceus.gateway.accounts.Credential;
import io.lynceus.gateway.accounts.Credential.Identity;
import io.lynceus.gateway.accounts.Credential.PasswordHash;
import io.lynceus.gateway.accounts.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the table `accounts`.
@Entity
@Table(name = "accounts")
class AccountEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name = "";

    private String nameKey = "";

    private @Nullable String password;

    private @Nullable String issuer;

    private @Nullable String subject;

    private String role = "";

    private Instant createdAt = Instant.EPOCH;

    AccountEntity() {}

    AccountEntity(AccountName name, Credential credential, Role role, Instant createdAt) {
        this.name = name.text();
        this.nameKey = name.key();
        this.role = role.wireName();
        this.createdAt = createdAt;
        switch (credential) {
            case PasswordHash(String hash) -> password = hash;
            case Identity(String provider, String known) -> {
                issuer = provider;
                subject = known;
            }
        }
    }

    void give(Role role) {
        this.role = role.wireName();
    }

    void changePassword(String hash) {
        password = hash;
    }

    boolean hasPassword() {
        return password != null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    Account account() {
        return new Account(id(), name, Role.ofAccount(role));
    }

    WithPassword withPassword() {
        return new WithPassword(account(), Optional.ofNullable(password));
    }
}
