package io.credithub.store;

import io.credithub.flow.IdProtection;
import io.credithub.flow.Pen;
import io.credithub.flow.TeacherKeys;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
    private final FeedNumbers feeds;
    private final IdProtection ids;
    private final AtomicReference<RosterMemory> roster = new AtomicReference<>(RosterMemory.of(0));

    /// Laid down before the commit, since the next holder may be quicker than its answer. Should
    /// the commit fail, the head that it was laid down at never comes to be, and nobody believes
    /// it.
    private final AtomicReference<@Nullable PenMemory> laidDown = new AtomicReference<>();

    PostgresPen(Pool pool, FeedNumbers feeds, IdProtection ids) {
        this.pool = pool;
        this.feeds = feeds;
        this.ids = ids;
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return pool.preparedQuery("select roster_version from ledger_head")
                .execute()
                .chain(rows -> {
                    RosterMemory memory = memoryOf(rows.iterator().next().getLong(0));
                    return new TeacherLookup(pool, memory)
                            .find(keys)
                            .map(found -> new Identified(memory.roster(), found));
                });
    }

    private RosterMemory memoryOf(long version) {
        return roster.updateAndGet(
                known -> known.roster() == version ? known : RosterMemory.of(version));
    }

    private HeldPen.Surroundings around(LedgerHead head) {
        return new HeldPen.Surroundings(feeds, ids, memoryOf(head.roster()));
    }

    @Override
    public <T> Uni<T> hold(int records, Function<Held, Uni<T>> work) {
        return queue.inTurn(
                records, () -> pool.withTransaction(connection -> write(connection, work)));
    }

    private <T> Uni<T> write(SqlConnection connection, Function<Held, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> {
                    PenMemory memory = laidDown.getAndSet(null);
                    boolean isTrue = memory != null && memory.isTrueAt(head);
                    HeldPen held =
                            new HeldPen(
                                    connection,
                                    around(head),
                                    head,
                                    isTrue ? memory : PenMemory.empty());
                    return work.apply(held).invoke(() -> laidDown.set(held.memory()));
                });
    }

    @Override
    public <T> Uni<T> rehearse(int records, Function<Held, Uni<T>> work) {
        return queue.inTurn(
                records, () -> pool.withConnection(connection -> takeBack(connection, work)));
    }

    private <T> Uni<T> takeBack(SqlConnection connection, Function<Held, Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> rehearse(connection, work).eventually(transaction::rollback));
    }

    private <T> Uni<T> rehearse(SqlConnection connection, Function<Held, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> work.apply(HeldPen.rehearsing(connection, around(head), head)));
    }
}
