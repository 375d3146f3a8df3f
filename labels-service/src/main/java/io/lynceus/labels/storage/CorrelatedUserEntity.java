package io.lynceus.labels.storage;

import io.lynceus.labels.CorrelatedAccounts.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table `correlated_users`.
@Entity
@Table(name = "correlated_users")
class CorrelatedUserEntity {
    @Id
    private String voter = "";

    private String countsAs = "";

    private double lnEvidence;

    String countsAs() {
        return countsAs;
    }

    Account account() {
        return new Account(voter, lnEvidence);
    }
}
