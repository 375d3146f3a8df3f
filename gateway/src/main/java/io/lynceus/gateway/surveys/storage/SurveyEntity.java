package io.lynceus.gateway.surveys.storage;

import io.lynceus.gateway.surveys.Survey;
import io.lynceus.gateway.surveys.Survey.State;
import io.lynceus.gateway.surveys.SurveyOptions;
import io.lynceus.tables.TableMapping;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// A row of the table `surveys`.
@Entity
@Table(name = "surveys")
class SurveyEntity {
    private static final Set<State> BUSY = Set.of(State.LOADING, State.RUNNING);
    private static final Set<State> STARTABLE = Set.of(State.READY, State.CANCELLED, State.FAILED);

    @Id
    private String id = "";

    private @Nullable String owner;

    private String name = "";

    private String state = State.LOADING.name();

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "columns::text", write = "?::text::jsonb")
    private String columns = "[]";

    private @Nullable String mapping;

    private boolean history;

    private boolean published;

    private boolean shared;

    private long rows;

    private long classified;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "classes::text", write = "?::text::jsonb")
    private String classes = "{}";

    private long refused;

    private long doneAtStart;

    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant startedAt;

    private @Nullable Instant endedAt;

    private @Nullable String failure;

    SurveyEntity() {}

    SurveyEntity(String id, @Nullable String owner, String name, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.createdAt = createdAt;
    }

    /// @param columns JSON, see [SurveyJson]
    void loaded(String columns, long rows, Optional<TableMapping> mapping) {
        this.state = State.READY.name();
        this.columns = columns;
        this.rows = rows;
        this.mapping = mapping.map(SurveyJson::mapping).orElse(null);
    }

    /// @return whether the mapping may change; all rows are to be done again then
    boolean describe(TableMapping mapping) {
        if (BUSY.contains(state()) || published) {
            return false;
        }
        this.mapping = SurveyJson.mapping(mapping);
        state = State.READY.name();
        classified = 0;
        classes = "{}";
        refused = 0;
        startedAt = null;
        endedAt = null;
        failure = null;
        return true;
    }

    /// @return whether the survey may start with these options
    boolean start(SurveyOptions options, Instant now) {
        boolean publishable = published || !options.published() || done() == 0;
        if (!STARTABLE.contains(state()) || mapping == null || rows == 0 || !publishable) {
            return false;
        }
        state = State.RUNNING.name();
        history = options.history();
        published |= options.published();
        startedAt = now;
        endedAt = null;
        failure = null;
        doneAtStart = done();
        return true;
    }

    void share(boolean shared) {
        this.shared = shared;
    }

    /// @return whether the survey ran
    boolean end(State ended, @Nullable String reason, Instant now) {
        if (state() != State.RUNNING) {
            return false;
        }
        state = ended.name();
        failure = reason;
        endedAt = now;
        return true;
    }

    private State state() {
        return State.valueOf(state);
    }

    private long done() {
        return classified + refused;
    }

    Survey survey() {
        return new Survey(
                id,
                Optional.ofNullable(owner),
                name,
                state(),
                SurveyJson.columns(columns),
                Optional.ofNullable(mapping).map(json -> TableMapping.read(json.getBytes(StandardCharsets.UTF_8))),
                new SurveyOptions(history, published),
                shared,
                rows,
                classified,
                SurveyJson.counts(classes),
                refused,
                doneAtStart,
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(failure));
    }
}
