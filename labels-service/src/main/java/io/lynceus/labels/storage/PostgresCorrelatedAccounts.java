package io.lynceus.labels.storage;

import io.lynceus.labels.CorrelatedAccounts;
import io.lynceus.runtime.storage.BatchColumns;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups in the table `correlated_users`. Only the holder of the turn [Turn#CROWD] writes it.
@ApplicationScoped
public class PostgresCorrelatedAccounts implements CorrelatedAccounts {
    private static final String GROUPS = "FROM CorrelatedUserEntity ORDER BY countsAs, voter";
    private static final String SEPARATE = "DELETE FROM correlated_users";
    private static final String IMPORTED =
            "SELECT DISTINCT voter, import_name FROM votes WHERE import_name IS NOT NULL";
    private static final String JOIN = """
            INSERT INTO correlated_users (voter, counts_as, ln_evidence)
            SELECT * FROM unnest($1::text[], $2::text[], $3::float8[])
            """;
    /// The next settlement finds out which of a group's votes count.
    private static final String COUNT_AGAIN = """
            UPDATE votes SET counted = false FROM correlated_users
            WHERE votes.voter = correlated_users.voter AND counted
            """;

    private final Transactions transactions;

    PostgresCorrelatedAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Group> groups() {
        List<CorrelatedUserEntity> users = transactions.withSession(session -> session.await(step ->
                step.createSelectionQuery(GROUPS, CorrelatedUserEntity.class).getResultList()));
        Map<String, List<Account>> groups = new LinkedHashMap<>();
        users.forEach(user -> groups.computeIfAbsent(user.countsAs(), countsAs -> new ArrayList<>())
                .add(user.account()));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /// Lets every account count for itself again.
    public static void separate(SqlConnection connection) {
        connection.query(SEPARATE).executeAndAwait();
    }

    /// Lets groups count together from now on.
    static void join(SqlConnection connection, List<Member> members) {
        connection
                .preparedQuery(JOIN)
                .executeAndAwait(new BatchColumns()
                        .texts(members, Member::voter)
                        .texts(members, Member::countsAs)
                        .doubles(members, Member::lnEvidence)
                        .tuple());
        connection.query(COUNT_AGAIN).executeAndAwait();
    }

    /// Name of the import that each imported voter came with.
    public static Map<String, String> imports(SqlConnection connection) {
        Map<String, String> imports = new HashMap<>();
        for (Row row : connection.preparedQuery(IMPORTED).executeAndAwait()) {
            imports.put(row.getString("voter"), row.getString("import_name"));
        }
        return imports;
    }
}
