package io.credithub.store.recompute;

import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.MatchingStore;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.rules.MatchingRows;
import io.credithub.store.rules.MatchingWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/// Terms of matching that somebody means, and the decision about them on the connection of the
/// ledger transaction.
@Singleton
public class PostgresMatchingStore implements MatchingStore {
    private static final String ASK =
            """
            with asked as (
                insert into recomputation (asked_by, main_id, against, state, teachers, kind,
                    subject, matching_against)
                select $1, b.main_id, b.id, 'TELLING', (select count(*) from teacher), 'MATCHING',
                    $2, $3
                from ledger_head h join rulebook b on b.id = h.rulebook
                returning id, against),
            versions as (
                insert into recomputation_policy (recomputation_id, policy_id)
                select a.id, p.policy_id from asked a
                join rulebook_policy p on p.rulebook_id = a.against)
            select id from asked\
            """;
    private static final String PROPOSE =
            """
            insert into matching_proposed (recomputation_id, code, digest, body, feeds)
            values ($1, $2, $3, $4, $5)\
            """;
    private static final String PROPOSED =
            "select * from matching_proposed where recomputation_id = $1";
    private static final String DECIDE =
            """
            update recomputation set matching = $2, state = 'APPLYING', done = 0,
                finished_at = null, version = version + 1
            where id = $1\
            """;

    private final Pool pool;
    private final MatchingRows rows;

    public PostgresMatchingStore(Pool pool, MatchingOnFile files) {
        this.pool = pool;
        this.rows = new MatchingRows(files);
    }

    @Override
    public Uni<Integer> ask(MatchingQuestion question, String by) {
        return pool.withTransaction(connection ->
                connection
                        .preparedQuery(ASK)
                        .execute(Tuple.of(by, question.subject(), question.against()))
                        .map(asked -> asked.iterator().next().getInteger("id"))
                        .call(id ->
                                connection
                                        .preparedQuery(PROPOSE)
                                        .execute(
                                                MatchingRows.with(
                                                        Tuple.of(id), question.terms()))));
    }

    @Override
    public Uni<MatchingTerms> proposed(int id) {
        return pool.preparedQuery(PROPOSED)
                .execute(Tuple.of(id))
                .map(found -> rows.terms(found.iterator().next()));
    }

    @Override
    public Uni<Void> decide(LedgerTransaction ledger, int id, Deciding deciding) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        long number = ledger.matching() + 1;
        return proposed(id)
                .chain(terms ->
                        new MatchingWriter(transaction.connection())
                                .decide(number, deciding, terms))
                .chain(() ->
                        transaction
                                .connection()
                                .preparedQuery(DECIDE)
                                .execute(Tuple.of(id, number)))
                .chain(transaction::matchingChanges);
    }
}
