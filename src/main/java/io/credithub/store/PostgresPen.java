package io.credithub.store;

import io.credithub.flow.IdProtection;
import io.credithub.flow.Pen;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The pen is the one row of `ledger_head`, locked for the length of a transaction. PostgreSQL
/// hands it on between processes, and takes it back from one that dies; within this one, small work
/// goes first.
@ApplicationScoped
public class PostgresPen implements Pen {
    private final PenQueue queue = new PenQueue(Infrastructure.getDefaultWorkerPool());
    private final Pool pool;
    private final HeldPen.Surroundings around;

    /// Laid down before the commit, since the next holder may be quicker than its answer. Should
    /// the commit fail, the head that it was laid down at never comes to be, and nobody believes
    /// it.
    private final AtomicReference<@Nullable PenMemory> laidDown = new AtomicReference<>();

    PostgresPen(Pool pool, FeedNumbers feeds, IdProtection ids) {
        this.pool = pool;
        this.around = new HeldPen.Surroundings(feeds, ids);
    }

    @Override
    public <T> Uni<T> hold(int records, Function<Held, Uni<T>> work) {
        return queue.inTurn(
                records,
                turn ->
                        pool.withTransaction(
                                connection -> write(connection, work).invoke(turn::end)));
    }

    private <T> Uni<T> write(SqlConnection connection, Function<Held, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> {
                    PenMemory memory = laidDown.getAndSet(null);
                    boolean isTrue = memory != null && memory.isTrueAt(head);
                    HeldPen held =
                            new HeldPen(
                                    connection, around, head, isTrue ? memory : PenMemory.empty());
                    return work.apply(held).invoke(() -> laidDown.set(held.memory()));
                });
    }

    @Override
    public <T> Uni<T> rehearse(int records, Function<Held, Uni<T>> work) {
        return queue.inTurn(
                records, _ -> pool.withConnection(connection -> takeBack(connection, work)));
    }

    private <T> Uni<T> takeBack(SqlConnection connection, Function<Held, Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> rehearse(connection, work).eventually(transaction::rollback));
    }

    private <T> Uni<T> rehearse(SqlConnection connection, Function<Held, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> work.apply(HeldPen.rehearsing(connection, around, head)));
    }
}
