package io.lynceus.labels.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table `volunteers`: the skill of one voter.
@Entity
@Table(name = "volunteers")
class VolunteerEntity {
    @Id
    private String voter = "";

    private double[] counts = {};

    /// Expected votes, by answer, then by true class [votes].
    double[] counts() {
        return counts.clone();
    }
}
