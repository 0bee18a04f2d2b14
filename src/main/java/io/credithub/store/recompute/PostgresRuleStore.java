package io.credithub.store.recompute;

import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RuleStore;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.rules.RulebookWriter;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// Changes of rules on the connection of the ledger transaction.
@Singleton
public class PostgresRuleStore implements RuleStore {
    private static final String TEACHERS =
            "select id from teacher where id between $1 and $2 order by id";

    private static final String WITHOUT_TEACHER =
            """
            select distinct record_key from waiting where record_key > $1
            order by record_key limit $2\
            """;

    @Override
    public Uni<Void> decide(LedgerTransaction ledger, int recomputation, Deciding deciding) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        return new RulebookWriter(transaction.connection())
                .decide(recomputation, deciding)
                .chain(transaction::rulesChange);
    }

    @Override
    public Uni<List<Integer>> teachers(LedgerTransaction ledger, BatchResult.TeacherRange stretch) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(TEACHERS, Tuple.of(stretch.first(), stretch.last()))
                .map(rows -> RowReading.list(rows, row -> row.getInteger(0)));
    }

    @Override
    public Uni<List<UUID>> withoutTeacher(LedgerTransaction ledger, UUID after, int most) {
        return PostgresLedgerTransaction.of(ledger)
                .ask(WITHOUT_TEACHER, Tuple.of(after, most))
                .map(rows -> RowReading.list(rows, row -> row.getUUID(0)));
    }
}
