package io.lynceus.classifier.model;

/// Name and version of a model; the version follows from the digest of its content.
public record ModelId(String name, String version) {
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
