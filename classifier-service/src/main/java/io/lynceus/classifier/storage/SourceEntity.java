package io.lynceus.classifier.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// A source with its latest class, without the classified detection: for lists.
@Entity
@Table(name = "sources")
class SourceEntity extends LatestClassification {}
