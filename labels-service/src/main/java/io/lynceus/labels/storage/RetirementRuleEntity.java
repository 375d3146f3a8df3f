package io.lynceus.labels.storage;

import io.lynceus.labels.RetirementRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table `retirement_rules`.
@Entity
@Table(name = "retirement_rules")
class RetirementRuleEntity {
    @Id
    private String name = "";

    private int minVoters;

    private double minConfidence;

    private double minAgreement;

    private int maxVoters;

    private boolean active;

    RetirementRule rule() {
        return new RetirementRule(name, minVoters, minConfidence, minAgreement, maxVoters);
    }
}
