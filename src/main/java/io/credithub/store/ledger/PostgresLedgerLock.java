package io.credithub.store.ledger;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.result.StoreFailure;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.teacher.PostgresTeacherIndex;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
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
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int DEADLOCKS_MAX = 3;

    private final Executor workers = Infrastructure.getDefaultWorkerPool();
    private final LedgerLockQueue queue = new LedgerLockQueue(workers);
    private final Pool pool;
    private final FeedNumbers feeds;
    private final PostgresTeacherIndex teachers;

    /// Published before the commit: a later transaction may start before our commit is
    /// acknowledged. If the commit fails, the head by which it is keyed never exists, so it is
    /// never used.
    private final AtomicReference<@Nullable AccountCache> published = new AtomicReference<>();

    public PostgresLedgerLock(Pool pool, FeedNumbers feeds, PostgresTeacherIndex teachers) {
        this.pool = pool;
        this.feeds = feeds;
        this.teachers = teachers;
    }

    @Override
    public <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work) {
        return queue.inTurn(
                        records,
                        releaseTurn -> pool.withTransaction(c -> write(c, releaseTurn, work)))
                .onFailure(PostgresLedgerLock::isDeadlock)
                .retry()
                .atMost(DEADLOCKS_MAX);
    }

    @Override
    public <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news,
            CopyMatcher matcher,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return queue.inTurn(
                        news.size(),
                        releaseTurn ->
                                pool.withTransaction(c ->
                                        writeAhead(
                                                c,
                                                news,
                                                releaseTurn,
                                                ledger -> ifAlone(ledger, news, matcher, work))))
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
            Runnable releaseTurn,
            Function<PostgresLedgerTransaction, Uni<@Nullable T>> work) {
        return Uni.createFrom()
                .item(news)
                .emitOn(workers)
                .chain(contents -> PostingWriter.add(connection, contents))
                .onFailure(failure -> is(UNIQUE_VIOLATION, failure))
                .transform(_ -> new NoNews())
                .chain(() ->
                        write(
                                connection,
                                releaseTurn,
                                ledger -> {
                                    releaseTurn.run();
                                    return work.apply(ledger);
                                }))
                .onItem()
                .ifNull()
                .failWith(NoNews::new);
    }

    /// The contents are written and the ledger lock is there: the next may write contents. Only now
    /// it can be told that nothing else may be the training of one of them.
    private static <T> Uni<@Nullable T> ifAlone(
            PostgresLedgerTransaction ledger,
            List<RecordVersion> news,
            CopyMatcher matcher,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        if (news.isEmpty()) return work.apply(ledger);
        return ledger.ask(FamilyRows.OTHERS, FamilyRows.others(news, matcher))
                .chain(rows ->
                        rows.iterator().next().getBoolean(0)
                                ? Uni.createFrom().nullItem()
                                : work.apply(ledger));
    }

    /// Within one process nobody waits in a circle; two processes can, and PostgreSQL ends one.
    private static boolean isDeadlock(Throwable failure) {
        return is(DEADLOCK, failure);
    }

    /// Of statements that went out together, each tells that it failed.
    private static boolean is(String sqlState, Throwable failure) {
        if (failure instanceof CompositeException several) {
            return several.getCauses().stream().anyMatch(cause -> is(sqlState, cause));
        }
        return failure instanceof StoreFailure refused && sqlState.equals(refused.sqlState());
    }

    private PostgresLedgerTransaction transaction(
            SqlConnection connection,
            LedgerHead head,
            Runnable contentsAreIn,
            @Nullable AccountCache accounts) {
        return new PostgresLedgerTransaction(
                connection, head, feeds, teachers.cacheOf(head.roster()), contentsAreIn, accounts);
    }

    private <T> Uni<T> write(
            SqlConnection connection,
            Runnable releaseTurn,
            Function<? super PostgresLedgerTransaction, Uni<T>> work) {
        return LedgerHead.lock(connection)
                .chain(head -> {
                    AccountCache known = published.getAndSet(null);
                    boolean isTrue = known != null && known.isTrueAt(head);
                    PostgresLedgerTransaction ledger =
                            transaction(
                                    connection,
                                    head,
                                    releaseTurn,
                                    isTrue ? known : AccountCache.empty());
                    return work.apply(ledger).invoke(() -> published.set(ledger.accounts()));
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
                        .chain(head -> work.apply(dryRun(connection, head)))
                        .eventually(() -> connection.query("rollback").execute()));
    }

    private PostgresLedgerTransaction dryRun(SqlConnection connection, LedgerHead head) {
        return transaction(connection, head, () -> {}, null);
    }

    private <T> Uni<T> takeBack(
            SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> dryRun(connection, work).eventually(transaction::rollback));
    }

    private <T> Uni<T> dryRun(SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return LedgerHead.lock(connection).chain(head -> work.apply(dryRun(connection, head)));
    }
}
