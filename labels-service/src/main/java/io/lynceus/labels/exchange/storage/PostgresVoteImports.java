package io.lynceus.labels.exchange.storage;

import io.lynceus.labels.AllVotes;
import io.lynceus.labels.Recomputation;
import io.lynceus.labels.exchange.ImportMapping;
import io.lynceus.labels.exchange.ImportedRow;
import io.lynceus.labels.exchange.VoteImports;
import io.lynceus.labels.storage.CrowdReader;
import io.lynceus.labels.storage.PostgresCorrelatedAccounts;
import io.lynceus.labels.storage.Recomputations;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mappings in the table `imports`, imported votes among the others in `votes`.
@ApplicationScoped
class PostgresVoteImports implements VoteImports {
    private static final String DESCRIBE = """
            INSERT INTO imports (name, mapping) VALUES ($1, $2::text::jsonb)
            ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping
            """;
    private static final String ALL = "FROM ImportEntity ORDER BY name";
    private static final String VOTES = """
            SELECT importName, count(*) FROM VoteEntity WHERE importName IS NOT NULL GROUP BY importName
            """;
    private static final String CORRELATED = "SELECT count(*) FROM CorrelatedUserEntity";

    private final Transactions transactions;
    private final Recomputations recomputations;

    PostgresVoteImports(Transactions transactions, Recomputations recomputations) {
        this.transactions = transactions;
        this.recomputations = recomputations;
    }

    @Override
    public void describe(String name, ImportMapping mapping) {
        transactions.withConnection(connection -> connection
                .preparedQuery(DESCRIBE)
                .executeAndAwait(Tuple.of(name, ImportMappingJson.write(mapping)))
                .rowCount());
    }

    @Override
    public List<Described> all() {
        return transactions.withSession(session -> {
            Map<String, Integer> votes = new HashMap<>();
            session.await(step ->
                            step.createSelectionQuery(VOTES, Object[].class).getResultList())
                    .forEach(row -> votes.put((String) row[0], Math.toIntExact((Long) row[1])));
            List<ImportEntity> all = session.await(
                    step -> step.createSelectionQuery(ALL, ImportEntity.class).getResultList());
            return all.stream()
                    .map(found -> new Described(found.name(), found.mapping(), votes.getOrDefault(found.name(), 0)))
                    .toList();
        });
    }

    @Override
    public Optional<ImportMapping> mapping(String name) {
        return Optional.ofNullable(
                        transactions.withSession(session -> session.await(step -> step.get(ImportEntity.class, name))))
                .map(ImportEntity::mapping);
    }

    @Override
    public ImportReport run(String name, Iterable<ImportedRow> rows, boolean dryRun) {
        if (dryRun) {
            TrialImport run = transactions.withConnection(connection -> TrialImport.of(connection, name, rows));
            return run.report().withCorrelated(run.correlated());
        }
        ImportReport report = transactions.withConnection(
                connection -> StagedVotes.of(connection, name, rows).apply(connection));
        recomputations.runIfDue();
        long correlated = transactions.withSession(session -> session.await(
                step -> step.createSelectionQuery(CORRELATED, Long.class).getSingleResult()));
        return report.withCorrelated(Math.toIntExact(correlated));
    }

    /// What a trial of an import leaves to compute with.
    ///
    /// @param votes all votes with those of the import, every account for itself
    /// @param known classes of the sources that catalogues know, by id
    /// @param imports name of the import that each imported voter came with
    private record TrialImport(
            ImportReport report, AllVotes votes, Map<String, Answer> known, Map<String, String> imports) {
        /// Imports, reads what came of it, and takes it back.
        static TrialImport of(SqlConnection connection, String name, Iterable<ImportedRow> rows) {
            connection.query("SAVEPOINT before_import").executeAndAwait();
            ImportReport report = StagedVotes.of(connection, name, rows).apply(connection);
            PostgresCorrelatedAccounts.separate(connection);
            TrialImport run = new TrialImport(
                    report,
                    CrowdReader.allVotes(connection),
                    CrowdReader.knownClasses(connection),
                    PostgresCorrelatedAccounts.imports(connection));
            connection.query("ROLLBACK TO SAVEPOINT before_import").executeAndAwait();
            return run;
        }

        /// Number of accounts that would count together with others.
        int correlated() {
            return Recomputation.of(votes, known).correlated(imports).size();
        }
    }
}
