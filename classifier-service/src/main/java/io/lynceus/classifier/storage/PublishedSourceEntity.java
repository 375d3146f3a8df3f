package io.lynceus.classifier.storage;

import io.lynceus.classifier.PublishedClassification;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// A source with the classified detection that its latest class comes from.
@Entity
@Table(name = "sources")
class PublishedSourceEntity extends LatestClassification {
    /// Columns of a native query.
    static final String COLUMNS = LatestClassification.COLUMNS + ", published";

    private byte[] published = {};

    PublishedClassification publishedSource() {
        return new PublishedClassification(source(), published);
    }
}
