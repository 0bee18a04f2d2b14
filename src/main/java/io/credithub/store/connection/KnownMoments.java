package io.credithub.store.connection;

import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.SettledMoments;
import io.credithub.flow.result.Unavailable;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Moments at which it is settled what the registry knew: whoever asks again, however much later,
/// is told the same.
///
/// Rows carry the moment at which they were written, and are seen from the end of their transaction
/// on. So a moment is settled once every transaction that wrote anything before it is over.
/// Transactions take their number before they write a moment, so that each of them is found among
/// those under way.
@Singleton
public final class KnownMoments implements SettledMoments {
    /// Then somebody holds up everybody.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(25);

    /// So often a moment is sought at which nobody writes; it is read without the history.
    private static final int QUIET_TRIES = 3;

    /// The snapshot first, then the clock: what the snapshot sees was written before.
    private static final String CLOCK =
            """
            select pg_snapshot_xmax(pg_current_snapshot())::text as next, clock_timestamp() as at\
            """;

    /// Who is at work on the hub's tables; whose beginning nobody tells is another role's.
    private static final String WRITERS =
            """
            select count(*) as writers, min(xact_start) as since,
                count(*) filter (where xact_start is null) as untold
            from pg_stat_activity
            where backend_xid is not null and datname = current_database() and usesysid is not null\
            """;

    private static final String UNCHANGED =
            "select pg_snapshot_xmax(pg_current_snapshot())::text = $1 as unchanged";

    private static final String ENTER =
            """
            select set_config('search_path', 'as_known', true),
                set_config('hub.as_known', $1::timestamptz::text, true)\
            """;

    private static final String FIRST =
            """
            select case when $1 then greatest(at, papers) else at end as at from known.beginning\
            """;

    private final Pool pool;
    private final Duration patience;
    private volatile @Nullable QuietMoment quiet;

    @Inject
    public KnownMoments(Pool pool) {
        this(pool, PATIENCE);
    }

    KnownMoments(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /// Nobody was writing: as long as no transaction has ended since, the tables are what was
    /// known.
    private record QuietMoment(Instant at, String next) {}

    /// @param untold transactions under way whose beginning nobody tells
    private record SettledMoment(Instant at, String next, boolean isQuiet, boolean untold) {}

    @Override
    public Uni<Instant> now() {
        return quietOr(QUIET_TRIES).invoke(this::remember).map(SettledMoment::at);
    }

    private Uni<SettledMoment> quietOr(int tries) {
        return until(found -> !found.untold())
                .chain(found ->
                        found.isQuiet() || tries <= 1
                                ? Uni.createFrom().item(found)
                                : quietOr(tries - 1).onItem().delayIt().by(PAUSE));
    }

    private void remember(SettledMoment found) {
        if (found.isQuiet()) quiet = new QuietMoment(found.at(), found.next());
    }

    @Override
    public Uni<Void> settled(Instant moment) {
        return until(found -> !found.untold() && !found.at().isBefore(moment)).replaceWithVoid();
    }

    private Uni<SettledMoment> until(Predicate<SettledMoment> isRight) {
        return Uni.createFrom()
                .deferred(this::newest)
                .invoke(found -> {
                    if (!isRight.test(found)) throw new Unavailable("the end of transactions");
                })
                .onFailure(Unavailable.class)
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .expireIn(patience.toMillis())
                .onFailure(failure -> !(failure instanceof Unavailable))
                .transform(KnownMoments::cause);
    }

    /// Whoever stopped trying wraps why.
    private static Throwable cause(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof Unavailable) return one;
        }
        return failure;
    }

    private Uni<SettledMoment> newest() {
        return pool.query(CLOCK)
                .execute()
                .chain(clock ->
                        pool.query(WRITERS)
                                .execute()
                                .map(writers ->
                                        settled(
                                                clock.iterator().next(),
                                                writers.iterator().next())));
    }

    /// Just before anybody's beginning, since a clock has its steps.
    private static SettledMoment settled(Row clock, Row writers) {
        Instant at = RowReading.instant(clock, "at");
        Instant since = RowReading.instantOrNull(writers, "since");
        if (since != null && since.isBefore(at)) at = since;
        boolean isQuiet = writers.getLong("writers") == 0;
        boolean untold = writers.getLong("untold") > 0;
        return new SettledMoment(at.minusNanos(1_000), clock.getString("next"), isQuiet, untold);
    }

    @Override
    public Uni<Instant> first(ReportName name) {
        return pool.preparedQuery(FIRST)
                .execute(Tuple.of(name.isOfOnePerson()))
                .map(rows -> RowReading.instant(rows.iterator().next(), "at"));
    }

    /// Makes a snapshot, at its beginning, one of what was known at a moment.
    public Uni<Void> enter(SqlConnection snapshot, Instant moment) {
        QuietMoment still = quiet;
        if (still == null || !still.at().equals(moment)) return past(snapshot, moment);
        return snapshot.preparedQuery(UNCHANGED)
                .execute(Tuple.of(still.next()))
                .map(rows -> rows.iterator().next().getBoolean("unchanged"))
                .chain(isUnchanged ->
                        isUnchanged ? Uni.createFrom().voidItem() : past(snapshot, moment));
    }

    /// By the history, whatever has happened since. No other table is found: what has no history
    /// cannot be taken for the past.
    public static Uni<Void> past(SqlConnection snapshot, Instant moment) {
        return snapshot.preparedQuery(ENTER)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
