package io.credithub.store;

import io.credithub.flow.IdProtection;
import io.credithub.flow.Pen;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/// The pen is the one row of `ledger_head`, locked for the length of a transaction. PostgreSQL
/// hands it on, in this process and in any other, and takes it back from a process that dies.
@ApplicationScoped
public class PostgresPen implements Pen {
    private final Pool pool;
    private final HeldPen.Surroundings around;

    PostgresPen(Pool pool, FeedNumbers feeds, IdProtection ids) {
        this.pool = pool;
        this.around = new HeldPen.Surroundings(feeds, ids);
    }

    @Override
    public <T> Uni<T> hold(Function<Held, Uni<T>> work) {
        return pool.withTransaction(connection -> take(connection, work, false));
    }

    @Override
    public <T> Uni<T> rehearse(Function<Held, Uni<T>> work) {
        return pool.withConnection(connection ->
                connection
                        .begin()
                        .chain(transaction ->
                                take(connection, work, true).eventually(transaction::rollback)));
    }

    private <T> Uni<T> take(
            SqlConnection connection, Function<Held, Uni<T>> work, boolean rehearsal) {
        return LedgerHead.lock(connection)
                .chain(head -> work.apply(new HeldPen(connection, around, head, rehearsal)));
    }
}
