package io.lynceus.labels.voting;

import io.lynceus.labels.consensus.VoteMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Answer of a volunteer: the class of a source, or that the volunteer is unsure.
public enum Answer {
    AGN("AGN"),
    STAR("Star"),
    XRB("XRB"),
    CV("CV"),
    /// None of the classes above.
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
    public static List<Answer> classes() {
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

    /// The answer of this [#code].
    public static Answer ofCode(int code) {
        return code == VoteMatrix.NO_CLASS ? UNSURE : CLASSES.get(code);
    }

    /// Number of the class from 0, or [VoteMatrix#NO_CLASS]. It is stored: the order of the classes never changes.
    public byte code() {
        return isClass() ? (byte) ordinal() : VoteMatrix.NO_CLASS;
    }

    /// Whether it says what the source is.
    public boolean isClass() {
        return this != UNSURE;
    }
}
