package io.lynceus.classifier.model;

/// Which model answered: its name and the version that follows from the digest of its content.
public record ModelId(String name, String version) {
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
