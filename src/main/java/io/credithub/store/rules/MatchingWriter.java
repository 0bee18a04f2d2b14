package io.credithub.store.rules;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.MatchingTerms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/// Writes decisions about the terms of matching down.
public record MatchingWriter(SqlConnection connection) {
    private static final String DECIDE =
            """
            insert into matching_decision (number, decided_by, reason, code, digest, body, feeds)
            values ($1, $2, $3, $4, $5, $6, $7)\
            """;

    /// Writes a decision; it is in force once the head of the ledger has its number.
    public Uni<Void> decide(long number, Deciding deciding, MatchingTerms terms) {
        Tuple who = Tuple.of(number, deciding.by(), ResidentId.masked(deciding.reason()));
        return connection
                .preparedQuery(DECIDE)
                .execute(MatchingRows.with(who, terms))
                .replaceWithVoid();
    }
}
