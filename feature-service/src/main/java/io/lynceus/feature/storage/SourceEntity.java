package io.lynceus.feature.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of the table `sources`: locked while the epochs of the source change.
@Entity
@Table(name = "sources")
class SourceEntity {
    @Id
    private String id = "";

    private long revision;

    private boolean merged;
}
