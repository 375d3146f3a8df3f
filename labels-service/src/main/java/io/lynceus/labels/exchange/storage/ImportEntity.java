package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.exchange.ImportMapping;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

/// A row of the table `imports`.
@Entity
@Table(name = "imports")
class ImportEntity {
    @Id
    private String name = "";

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "mapping::text", write = "?::text::jsonb")
    private String mapping = "";

    String name() {
        return name;
    }

    ImportMapping mapping() {
        return ImportMappingJson.read(mapping);
    }
}
