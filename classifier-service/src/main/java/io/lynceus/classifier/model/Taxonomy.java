package io.lynceus.classifier.model;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The classes of a model in a fixed order, which every array by class follows.
public record Taxonomy(List<SourceClass> classes) {
    /// The four classes of the seed work.
    public static final Taxonomy FOUR_CLASSES = of("AGN", "Star", "XRB", "CV");

    public Taxonomy {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("a taxonomy needs at least two classes: " + classes);
        }
        if (new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a class is named twice: " + classes);
        }
    }

    public static Taxonomy of(String... names) {
        return new Taxonomy(Stream.of(names).map(SourceClass::new).toList());
    }

    public int size() {
        return classes.size();
    }

    /// Place of a class in the order, -1 for a class outside the taxonomy.
    public int indexOf(SourceClass sourceClass) {
        return classes.indexOf(sourceClass);
    }
}
