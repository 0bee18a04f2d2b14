package io.credithub.store.ledger;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.teacher.IdentityCache;
import io.credithub.store.teacher.ResidenceRows;
import io.credithub.store.teacher.TeacherLookup;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The ledger lock is the one row of `ledger_head`, locked for the length of a transaction.
/// PostgreSQL hands it on between processes, and takes it back from one that dies; within this one,
/// small work goes first.
@ApplicationScoped
public class PostgresLedgerLock implements LedgerLock {
    private static final String DEADLOCK = "40P01";
    private static final int DEADLOCKS_MAX = 3;

    private final Executor workers = Infrastructure.getDefaultWorkerPool();
    private final LedgerLockQueue queue = new LedgerLockQueue(workers);
    private final Pool pool;
    private final FeedNumbers feeds;
    private final IdProtection ids;
    private final AtomicReference<IdentityCache> roster =
            new AtomicReference<>(IdentityCache.of(0));

    /// Published before the commit: a later transaction may start before our commit is
    /// acknowledged. If the commit fails, the head by which it is keyed never exists, so it is
    /// never used.
    private final AtomicReference<@Nullable AccountCache> published = new AtomicReference<>();

    public PostgresLedgerLock(Pool pool, FeedNumbers feeds, IdProtection ids) {
        this.pool = pool;
        this.feeds = feeds;
        this.ids = ids;
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return pool.preparedQuery("select roster_version, rulebook from ledger_head")
                .execute()
                .chain(rows -> {
                    Row head = rows.iterator().next();
                    IdentityCache memory = memoryOf(head.getLong(0));
                    int rules = head.getInteger(1);
                    return new TeacherLookup(pool, memory)
                            .find(keys)
                            .map(found -> new Identified(memory.roster(), rules, found));
                });
    }

    @Override
    public Uni<Residences> places(Collection<Integer> teachers) {
        return ResidenceRows.places(pool, teachers);
    }

    private IdentityCache memoryOf(long version) {
        return roster.updateAndGet(
                known -> known.roster() == version ? known : IdentityCache.of(version));
    }

    @Override
    public <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work) {
        return queue.inTurn(records, passOn -> pool.withTransaction(c -> write(c, passOn, work)))
                .onFailure(PostgresLedgerLock::isDeadlock)
                .retry()
                .atMost(DEADLOCKS_MAX);
    }

    @Override
    public <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news, Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return queue.inTurn(
                        news.size(),
                        passOn -> pool.withTransaction(c -> writeAhead(c, news, passOn, work)))
                .onFailure(failure -> failure instanceof NoNews || isDeadlock(failure))
                .recoverWithNull();
    }

    /// What was presumed to be news is none: the transaction is taken back.
    private static final class NoNews extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoNews() {
            super(null, null, false, false);
        }
    }

    private <T> Uni<@Nullable T> writeAhead(
            SqlConnection connection,
            List<RecordVersion> news,
            Runnable passOn,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return Uni.createFrom()
                .item(news)
                .emitOn(workers)
                .chain(contents -> PostingWriter.add(connection, contents))
                .chain(added ->
                        added < news.size()
                                ? Uni.createFrom().failure(new NoNews())
                                : write(connection, passOn, passingOn(passOn, work)))
                .onItem()
                .ifNull()
                .failWith(NoNews::new);
    }

    /// The contents are written and the ledger lock is there: the next may write contents.
    private static <T> Function<LedgerTransaction, Uni<T>> passingOn(
            Runnable passOn, Function<LedgerTransaction, Uni<T>> work) {
        return ledger -> {
            passOn.run();
            return work.apply(ledger);
        };
    }

    /// Within one process nobody waits in a circle; two processes can, and PostgreSQL ends one. Of
    /// statements that went out together, each tells that it failed.
    private static boolean isDeadlock(Throwable failure) {
        if (failure instanceof CompositeException several) {
            return several.getCauses().stream().anyMatch(PostgresLedgerLock::isDeadlock);
        }
        return failure instanceof StoreFailure refused && DEADLOCK.equals(refused.sqlState());
    }

    private PostgresLedgerTransaction.Surroundings around(LedgerHead head, Runnable passOn) {
        return new PostgresLedgerTransaction.Surroundings(
                feeds, ids, memoryOf(head.roster()), passOn);
    }

    private <T> Uni<T> write(
            SqlConnection connection, Runnable passOn, Function<LedgerTransaction, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> {
                    AccountCache memory = published.getAndSet(null);
                    boolean isTrue = memory != null && memory.isTrueAt(head);
                    PostgresLedgerTransaction ledger =
                            new PostgresLedgerTransaction(
                                    connection,
                                    around(head, passOn),
                                    head,
                                    isTrue ? memory : AccountCache.empty());
                    return work.apply(ledger).invoke(() -> published.set(ledger.memory()));
                });
    }

    @Override
    public <T> Uni<T> dryRun(int records, Function<LedgerTransaction, Uni<T>> work) {
        return queue.inTurn(
                records, _ -> pool.withConnection(connection -> takeBack(connection, work)));
    }

    @Override
    public <T> Uni<T> snapshot(Function<LedgerTransaction, Uni<T>> work) {
        return pool.withConnection(connection ->
                connection
                        .query("begin isolation level repeatable read read only")
                        .execute()
                        .chain(() -> LedgerHead.read(connection))
                        .chain(head -> work.apply(rehearsing(connection, head)))
                        .eventually(() -> connection.query("rollback").execute()));
    }

    private PostgresLedgerTransaction rehearsing(SqlConnection connection, LedgerHead head) {
        return PostgresLedgerTransaction.rehearsing(connection, around(head, () -> {}), head);
    }

    private <T> Uni<T> takeBack(
            SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> dryRun(connection, work).eventually(transaction::rollback));
    }

    private <T> Uni<T> dryRun(SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return LedgerHead.lock(connection).chain(head -> work.apply(rehearsing(connection, head)));
    }
}
