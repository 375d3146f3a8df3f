package io.lynceus.classifier.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Values by class as a document holds them: keyed by class name, in the order of the taxonomy.
final class ByClass {
    private ByClass() {}

    static <T> Map<String, T> named(List<String> classes, List<T> values) {
        Map<String, T> byClass = new LinkedHashMap<>();
        IntStream.range(0, classes.size()).forEach(c -> byClass.put(classes.get(c), values.get(c)));
        return byClass;
    }

    /// The values in the order of the classes, which must be named exactly.
    static <T> List<T> inOrder(String what, List<String> classes, Map<String, T> byClass) {
        if (!byClass.keySet().equals(new TreeSet<>(classes))) {
            throw new IllegalArgumentException(what + " must name the classes " + classes + ": " + byClass.keySet());
        }
        return classes.stream().map(byClass::get).toList();
    }
}
