package io.credithub.store.subscription;

import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Dispatches as rows. When something is due is the hub's clock to say, when a lease is over the
/// database's, so that all processes have one.
@Singleton
public final class PostgresReportDispatches implements Dispatches {
    private static final double MILLIS = 1000;

    private final Pool pool;

    public PostgresReportDispatches(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<ReportDispatch>> trial(Subscription wanted, int most, Instant now) {
        Tuple values = Tuple.of(wanted.id(), SubscriptionRows.time(now), (long) most);
        return rows(SubscriptionSql.TRIAL, values)
                .map(rows ->
                        RowReading.list(rows, SubscriptionRows::dispatch).stream().findFirst());
    }

    @Override
    public Uni<Optional<AddressedDispatch>> find(int id) {
        return rows(SubscriptionSql.DISPATCH, Tuple.of(id))
                .map(rows ->
                        RowReading.list(rows, SubscriptionRows::addressed).stream().findFirst());
    }

    @Override
    public Uni<List<AddressedDispatch>> seen(DispatchQuery question, int before, int most) {
        Tuple values =
                Tuple.of(before, question.owner(), question.view().prefix())
                        .addInteger(question.subscription())
                        .addString(question.state() == null ? null : question.state().name())
                        .addInteger(most);
        return rows(SubscriptionSql.SEEN_DISPATCHES, values)
                .map(rows -> RowReading.list(rows, SubscriptionRows::addressed));
    }

    @Override
    public Uni<Optional<TakenDispatch>> take(Instant now, Collection<String> busy, Duration lease) {
        Tuple values =
                Tuple.tuple()
                        .addOffsetDateTime(SubscriptionRows.time(now))
                        .addArrayOfString(busy.toArray(String[]::new))
                        .addDouble(lease.toMillis() / MILLIS)
                        .addInteger(TakenDispatch.TAKES_MAX)
                        .addString(TakenDispatch.LOST);
        return rows(SubscriptionSql.TAKE, values)
                .map(rows -> RowReading.list(rows, SubscriptionRows::taken).stream().findFirst());
    }

    @Override
    public Uni<Void> later(TakenDispatch taken, @Nullable Integer job, Instant next) {
        return write(
                SubscriptionSql.LATER,
                held(taken).addInteger(job).addOffsetDateTime(SubscriptionRows.time(next)));
    }

    @Override
    public Uni<Void> made(TakenDispatch taken, String fileName, Instant now) {
        return write(
                SubscriptionSql.MADE,
                held(taken).addString(fileName).addOffsetDateTime(SubscriptionRows.time(now)));
    }

    @Override
    public Uni<Void> sent(TakenDispatch taken, SendReceipt receipt) {
        Buffer sha256 = Buffer.buffer(HexFormat.of().parseHex(receipt.sha256()));
        return write(
                SubscriptionSql.SENT,
                held(taken)
                        .addString(receipt.where())
                        .addOffsetDateTime(SubscriptionRows.time(receipt.at()))
                        .addLong(receipt.bytes())
                        .addValue(sha256)
                        .addString(receipt.answer()));
    }

    @Override
    public Uni<Void> failed(
            TakenDispatch taken, String failure, @Nullable Integer job, @Nullable Instant next) {
        return write(
                SubscriptionSql.FAILED,
                held(taken)
                        .addString(failure)
                        .addInteger(job)
                        .addOffsetDateTime(SubscriptionRows.time(next)));
    }

    @Override
    public Uni<Void> refuse(TakenDispatch taken, SendRefusal why) {
        return write(SubscriptionSql.REFUSE, held(taken).addString(why.name()));
    }

    @Override
    public Uni<Boolean> retry(int id, Instant now) {
        return rows(SubscriptionSql.RETRY, Tuple.of(id, SubscriptionRows.time(now)))
                .map(done -> done.rowCount() > 0);
    }

    @Override
    public Uni<Long> dead() {
        return pool.query(SubscriptionSql.DEAD)
                .execute()
                .map(rows -> rows.iterator().next().getLong("dead"));
    }

    private static Tuple held(TakenDispatch taken) {
        return Tuple.of(taken.id(), taken.hold());
    }

    private Uni<Void> write(String sql, Tuple values) {
        return rows(sql, values).replaceWithVoid();
    }

    private Uni<RowSet<Row>> rows(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }
}
