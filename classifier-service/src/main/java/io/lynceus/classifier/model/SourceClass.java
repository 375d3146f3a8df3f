package io.lynceus.classifier.model;

/// Class of X-ray sources by its name, such as `AGN` or `XRB`.
public record SourceClass(String name) {
    public SourceClass {
        if (name.isBlank()) {
            throw new IllegalArgumentException("source class must have a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
