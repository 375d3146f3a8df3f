package io.lynceus.labels.storage;

import io.lynceus.runtime.storage.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A row of the table `subjects`. Subjects are written by set-based statements.
@Entity
@Table(name = "subjects")
public class SubjectEntity {
    private static final String COUNT = "SELECT count(*) FROM SubjectEntity WHERE sourceId = :source";

    @Id
    private String sourceId = "";

    private String name = "";

    private double raDeg;

    private double decDeg;

    @Column(name = "class")
    private String sourceClass = "";

    private @Nullable String knownClass;

    private long activation;

    private long revision;

    private int votes;

    private boolean unsettled;

    private @Nullable String consensus;

    private @Nullable Double confidence;

    private @Nullable Double falseAlarm;

    private double urgency;

    private boolean retired;

    private boolean finished;

    private boolean decidedByPerson;

    /// Whether there is a source of this id.
    public static boolean exists(Session session, String sourceId) {
        return session.await(step -> step.createSelectionQuery(COUNT, Long.class)
                        .setParameter("source", sourceId)
                        .getSingleResult())
                > 0;
    }
}
