package io.credithub.store.subscription;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscriptions;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Subscriptions as rows.
@Singleton
public final class PostgresSubscriptions implements Subscriptions {
    private static final double MILLIS = 1000;

    private final Pool pool;

    public PostgresSubscriptions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Subscription>> add(Subscription wanted, int most) {
        return first(SubscriptionSql.ADD, SubscriptionRows.added(wanted, most));
    }

    @Override
    public Uni<Optional<Subscription>> find(int id) {
        return first(SubscriptionSql.ONE, Tuple.of(id));
    }

    @Override
    public Uni<List<Subscription>> seen(String owner, Jurisdiction view, int after, int most) {
        return all(SubscriptionSql.SEEN, Tuple.of(after, owner, view.prefix(), most));
    }

    @Override
    public Uni<Optional<Subscription>> change(Subscription changed) {
        return first(SubscriptionSql.CHANGE, SubscriptionRows.changed(changed));
    }

    @Override
    public Uni<Boolean> remove(int id) {
        return pool.preparedQuery(SubscriptionSql.REMOVE)
                .execute(Tuple.of(id, SendRefusal.STOPPED.name()))
                .map(removed -> removed.iterator().hasNext());
    }

    @Override
    public Uni<Integer> blot(Duration kept) {
        return pool.preparedQuery(SubscriptionSql.BLOT)
                .execute(Tuple.of(kept.toMillis() / MILLIS))
                .map(RowSet::rowCount);
    }

    @Override
    public Uni<List<Subscription>> due(Instant now, int most) {
        return all(SubscriptionSql.DUE, Tuple.of(SubscriptionRows.time(now), most));
    }

    @Override
    public Uni<Void> order(Subscription due, @Nullable Instant next, Instant now) {
        Tuple values =
                Tuple.tuple()
                        .addInteger(due.id())
                        .addOffsetDateTime(SubscriptionRows.time(due.nextDue()))
                        .addOffsetDateTime(SubscriptionRows.time(next))
                        .addOffsetDateTime(SubscriptionRows.time(now));
        return pool.preparedQuery(SubscriptionSql.ORDER).execute(values).replaceWithVoid();
    }

    @Override
    public Uni<Void> pause(int id, SendRefusal why) {
        return pool.preparedQuery(SubscriptionSql.PAUSE)
                .execute(Tuple.of(id, why.name()))
                .replaceWithVoid();
    }

    private Uni<Optional<Subscription>> first(String sql, Tuple values) {
        return all(sql, values).map(found -> found.stream().findFirst());
    }

    private Uni<List<Subscription>> all(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> RowReading.list(rows, SubscriptionRows::subscription));
    }
}
