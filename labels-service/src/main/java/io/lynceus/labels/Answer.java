package io.lynceus.labels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a volunteer can say of a source.
public enum Answer {
    AGN("AGN"),
    STAR("Star"),
    XRB("XRB"),
    CV("CV"),
    /// Something else than the classes above.
    OTHER("Other"),
    /// The volunteer does not know: says how hard the source is, not what it is.
    UNSURE("Unsure");

    private static final List<Answer> CLASSES =
            Arrays.stream(values()).filter(Answer::isClass).toList();

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    /// The answers that say what the source is.
    static List<Answer> classes() {
        return CLASSES;
    }

    /// The answer of this label, spelled exactly.
    public static Optional<Answer> of(String label) {
        return Arrays.stream(values())
                .filter(answer -> answer.label.equals(label))
                .findFirst();
    }

    /// The answer as people and topics write it, e.g. `Star`.
    public String label() {
        return label;
    }

    boolean isClass() {
        return this != UNSURE;
    }
}
