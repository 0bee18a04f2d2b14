package io.credithub.store.ledger;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.result.StoreFailure;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.ledger.LedgerHead.Held;
import io.credithub.store.teacher.PostgresTeacherIndex;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final RecentPlacings placings = new RecentPlacings();

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
                                pool.withTransaction(
                                        c -> writeAhead(c, news, matcher, releaseTurn, work)))
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
            CopyMatcher matcher,
            Runnable releaseTurn,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        return Uni.createFrom()
                .item(news)
                .emitOn(workers)
                .chain(() -> seekOthers(connection, news, matcher, _ -> true))
                .emitOn(workers)
                .call(() -> add(connection, news))
                .chain(soughtAt ->
                        write(
                                connection,
                                releaseTurn,
                                ledger -> {
                                    releaseTurn.run();
                                    return ifAlone(ledger, news, matcher, soughtAt, work);
                                }))
                .onItem()
                .ifNull()
                .failWith(NoNews::new);
    }

    private static Uni<Void> add(SqlConnection connection, List<RecordVersion> news) {
        return PostingWriter.add(connection, news)
                .onFailure(failure -> is(UNIQUE_VIOLATION, failure))
                .transform(_ -> new NoNews());
    }

    /// Fails if something else may be the training of one of the news.
    ///
    /// @param among the families to look in
    /// @return the transaction whose head of the ledger was there by then
    private static Uni<Long> seekOthers(
            SqlConnection connection,
            List<RecordVersion> news,
            CopyMatcher matcher,
            Predicate<FamilyKey> among) {
        if (news.isEmpty()) return Uni.createFrom().item(0L);
        return connection
                .preparedQuery(FamilyRows.OTHERS)
                .execute(FamilyRows.others(news, matcher, among))
                .map(rows -> {
                    Row found = rows.iterator().next();
                    if (found.getBoolean("are_some")) throw new NoNews();
                    return found.getLong("left_by");
                });
    }

    /// The contents are written and the ledger lock is there: the next may write contents. Only now
    /// it can be told that nothing else may be the training of one of them; it was looked for
    /// before, so that only what came since is left.
    private <T> Uni<@Nullable T> ifAlone(
            PostgresLedgerTransaction ledger,
            List<RecordVersion> news,
            CopyMatcher matcher,
            long soughtAt,
            Function<LedgerTransaction, Uni<@Nullable T>> work) {
        ledger.placed(news);
        Set<FamilyKey> since = placings.between(soughtAt, ledger.held().leftBy());
        Predicate<FamilyKey> among = since == null ? _ -> true : since::contains;
        boolean isAlone =
                news.stream()
                        .map(RecordVersion::group)
                        .noneMatch(group -> group != null && among.test(group));
        if (isAlone) return work.apply(ledger);
        return seekOthers(ledger.connection(), news, matcher, among)
                .emitOn(workers)
                .chain(() -> work.apply(ledger));
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
            Held held,
            Runnable contentsAreIn,
            @Nullable AccountCache accounts) {
        return new PostgresLedgerTransaction(
                connection,
                held,
                feeds,
                teachers.cacheOf(held.head().roster()),
                contentsAreIn,
                accounts);
    }

    private <T> Uni<T> write(
            SqlConnection connection,
            Runnable releaseTurn,
            Function<? super PostgresLedgerTransaction, Uni<T>> work) {
        return LedgerHead.hold(connection)
                .chain(held -> {
                    AccountCache known = published.getAndSet(null);
                    boolean isTrue = known != null && known.isTrueAt(held.head());
                    PostgresLedgerTransaction ledger =
                            transaction(
                                    connection,
                                    held,
                                    releaseTurn,
                                    isTrue ? known : AccountCache.empty());
                    return work.apply(ledger).invoke(() -> publish(ledger));
                });
    }

    private void publish(PostgresLedgerTransaction ledger) {
        published.set(ledger.accounts());
        Held held = ledger.held();
        placings.placed(held.by(), held.leftBy(), ledger.placed());
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
                        .chain(head -> work.apply(dryRun(connection, new Held(head, 0, 0))))
                        .eventually(() -> connection.query("rollback").execute()));
    }

    private PostgresLedgerTransaction dryRun(SqlConnection connection, Held held) {
        return transaction(connection, held, () -> {}, null);
    }

    private <T> Uni<T> takeBack(
            SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> dryRun(connection, work).eventually(transaction::rollback));
    }

    private <T> Uni<T> dryRun(SqlConnection connection, Function<LedgerTransaction, Uni<T>> work) {
        return LedgerHead.hold(connection).chain(held -> work.apply(dryRun(connection, held)));
    }
}
