package io.credithub.store.expectation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.expectation.DeclaredTotal;
import io.credithub.flow.expectation.DeclaredTotals;
import io.credithub.flow.expectation.MonthTotals;
import io.credithub.flow.expectation.MonthTotals.Arrived;
import io.credithub.flow.expectation.MonthTotals.Declaration;
import io.credithub.flow.expectation.MonthTotals.Share;
import io.credithub.flow.rules.Policies;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Declarations in `declared_total`, beside the registry: all months that are asked about are
/// counted by two statements in one snapshot.
@ApplicationScoped
public class PostgresDeclaredTotals implements DeclaredTotals {
    private static final Map<String, Integer> STATES =
            new TreeMap<>(
                    Map.of(
                            "in_force",
                            1,
                            "aside",
                            2,
                            "withdrawn",
                            4,
                            "waiting",
                            5,
                            "held",
                            6,
                            "refused",
                            7));

    private static final String LOCK =
            "select pg_advisory_xact_lock(6200000000000000 + $1::int8 * 100000 + $2::int8)";

    private static final String COLUMNS =
            "no, records, persons, hours, credits, declared_by, declared_at";

    private static final String LATEST =
            """
            select %s from declared_total where feed_id = $1 and month = $2 order by no desc limit 1\
            """
                    .formatted(COLUMNS);

    private static final String HISTORY =
            "select %s from declared_total where feed_id = $1 and month = $2 order by no"
                    .formatted(COLUMNS);

    private static final String INSERT =
            """
            insert into declared_total (feed_id, month, no, records, persons, hours, credits,
                declared_by, declared_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning %s\
            """
                    .formatted(COLUMNS);

    private static final String DECLARED =
            """
            select distinct on (feed_id, month) feed_id, month, %s from declared_total
            where month between $1 and $2 and ($3::int4 is null or feed_id = $3)
            order by feed_id, month, no desc\
            """
                    .formatted(COLUMNS);

    /// What is withdrawn has no content of its own: it belongs where its last one did.
    private static final String ARRIVED =
            """
            with here as (
                select c.feed_id, c.state, c.teacher_id, c.completed_on, c.hours, c.credits,
                    c.source_credits
                from completion c
                where c.state in (1, 2, 5, 6, 7) and c.completed_on >= $1 and c.completed_on < $2
                    and ($3::int4 is null or c.feed_id = $3)
                union all
                select w.feed_id, 4, null, b.completed_on, b.hours, b.credits, null
                from completion w
                cross join lateral (select s.completed_on, s.hours, s.credits from completion s
                    where s.record_key = w.record_key and s.completed_on is not null
                    order by s.version_rank desc, s.version_value desc, s.version_no desc limit 1) b
                where w.state = 4 and b.completed_on >= $1 and b.completed_on < $2
                    and ($3::int4 is null or w.feed_id = $3))
            select feed_id, date_trunc('month', completed_on)::date as month,
                %s
                count(distinct teacher_id) filter (where state in (1, 2, 6, 7)) as persons,
                count(source_credits) filter (where state in (1, 2, 6, 7)) as source_stated,
                coalesce(sum(source_credits) filter (where state in (1, 2, 6, 7)), 0)::int8
                    as source_credits
            from here group by 1, 2\
            """
                    .formatted(sums());

    private static final String REJECTED =
            """
            select feed_id, date_trunc('month', landed_at at time zone $4)::date as month,
                sum(rejected - replayed)::int8 as rejected
            from delivery
            where rejected > replayed and landed_at >= ($1::date::timestamp at time zone $4)
                and landed_at < ($2::date::timestamp at time zone $4)
                and ($3::int4 is null or feed_id = $3)
            group by 1, 2\
            """;

    private final Pool pool;
    private final Snapshots snapshots;
    private final FeedNumbers feeds;
    private final Policies policies;

    public PostgresDeclaredTotals(
            Pool pool, Snapshots snapshots, FeedNumbers feeds, Policies policies) {
        this.pool = pool;
        this.snapshots = snapshots;
        this.feeds = feeds;
        this.policies = policies;
    }

    private static String sums() {
        StringBuilder sql = new StringBuilder();
        STATES.forEach((name, state) -> {
            String of = " filter (where state = %d), 0)::int8 as %s".formatted(state, name);
            sql.append("coalesce(count(*)").append(of).append(", ");
            sql.append("coalesce(sum(hours)").append(of).append("_hours, ");
            sql.append("coalesce(sum(credits)").append(of).append("_credits,\n");
        });
        return sql.toString();
    }

    @Override
    public Uni<DeclarationKept> declare(DeclaredTotal total, String by, Instant at) {
        return feeds.learned()
                .chain(() ->
                        pool.withTransaction(connection -> declare(connection, total, by, at)));
    }

    private Uni<DeclarationKept> declare(
            SqlConnection connection, DeclaredTotal total, String by, Instant at) {
        int feed = feeds.number(total.feed());
        LocalDate month = total.month().atDay(1);
        long months = total.month().getYear() * 12L + total.month().getMonthValue();
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of((long) feed, months))
                .chain(() -> connection.preparedQuery(LATEST).execute(Tuple.of(feed, month)))
                .map(rows -> rows.iterator().hasNext() ? declaration(rows.iterator().next()) : null)
                .chain(last ->
                        last != null && isSame(last, total)
                                ? Uni.createFrom().item(new DeclarationKept(last, false))
                                : insert(
                                        connection,
                                        total,
                                        last == null ? 1 : last.no() + 1,
                                        by,
                                        at));
    }

    private static boolean isSame(Declaration last, DeclaredTotal total) {
        return last.records() == total.records()
                && Objects.equals(last.persons(), total.persons())
                && Objects.equals(last.hours(), total.hours())
                && Objects.equals(last.credits(), total.credits());
    }

    private Uni<DeclarationKept> insert(
            SqlConnection connection, DeclaredTotal total, int no, String by, Instant at) {
        Hours hours = total.hours();
        Credits credits = total.credits();
        Tuple values =
                Tuple.from(
                        Arrays.asList(
                                feeds.number(total.feed()),
                                total.month().atDay(1),
                                no,
                                total.records(),
                                total.persons(),
                                hours == null ? null : hours.hundredths(),
                                credits == null ? null : credits.hundredths(),
                                by,
                                at.atOffset(ZoneOffset.UTC)));
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .map(rows -> new DeclarationKept(declaration(rows.iterator().next()), true));
    }

    private static Declaration declaration(Row row) {
        Long hours = row.getLong("hours");
        Long credits = row.getLong("credits");
        return new Declaration(
                row.getLong("records"),
                row.getLong("persons"),
                hours == null ? null : new Hours(hours),
                credits == null ? null : new Credits(credits),
                row.getInteger("no"),
                RowReading.instant(row, "declared_at"),
                row.getString("declared_by"));
    }

    @Override
    public Uni<List<Declaration>> history(String feed, YearMonth month) {
        return feeds.learned()
                .chain(() ->
                        pool.preparedQuery(HISTORY)
                                .execute(Tuple.of(feeds.number(feed), month.atDay(1))))
                .map(rows -> RowReading.list(rows, PostgresDeclaredTotals::declaration));
    }

    /// A feed's month, in the order of the list.
    private record FeedMonth(String feed, YearMonth month) {
        static final Comparator<FeedMonth> ORDER =
                Comparator.comparing(FeedMonth::feed).thenComparing(FeedMonth::month);
    }

    @Override
    public Uni<List<MonthTotals>> months(@Nullable String feed, YearMonth first, YearMonth last) {
        return feeds.renewed()
                .chain(() ->
                        snapshots.read(connection ->
                                months(
                                        connection,
                                        feed == null ? null : feeds.number(feed),
                                        first,
                                        last)));
    }

    private Uni<List<MonthTotals>> months(
            SqlConnection connection, @Nullable Integer feed, YearMonth first, YearMonth last) {
        LocalDate from = first.atDay(1);
        LocalDate end = last.plusMonths(1).atDay(1);
        Tuple declared = Tuple.from(Arrays.asList(from, last.atDay(1), feed));
        Tuple arrived = Tuple.from(Arrays.asList(from, end, feed));
        Tuple rejected = Tuple.from(Arrays.asList(from, end, feed, policies.zone().getId()));
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(DECLARED).execute(declared),
                        connection.preparedQuery(ARRIVED).execute(arrived),
                        connection.preparedQuery(REJECTED).execute(rejected))
                .usingConcurrencyOf(1)
                .with((said, here, bad) -> {
                    Map<FeedMonth, Declaration> declarations = new HashMap<>();
                    for (Row row : said) declarations.put(of(row), declaration(row));
                    Map<FeedMonth, Long> refused = new HashMap<>();
                    for (Row row : bad) refused.put(of(row), row.getLong("rejected"));
                    Map<FeedMonth, Arrived> found = new TreeMap<>(FeedMonth.ORDER);
                    for (Row row : here) found.put(of(row), arrived(row));
                    declarations.keySet().forEach(one -> found.putIfAbsent(one, Arrived.NOTHING));
                    refused.keySet().forEach(one -> found.putIfAbsent(one, Arrived.NOTHING));
                    found.replaceAll((one, was) -> was.with(refused.getOrDefault(one, 0L)));
                    return found.entrySet().stream()
                            .map(one ->
                                    MonthTotals.of(
                                            one.getKey().feed,
                                            one.getKey().month,
                                            declarations.get(one.getKey()),
                                            one.getValue()))
                            .toList();
                });
    }

    private FeedMonth of(Row row) {
        return new FeedMonth(
                feeds.code(row.getInteger("feed_id")), YearMonth.from(row.getLocalDate("month")));
    }

    private static Arrived arrived(Row row) {
        return new Arrived(
                share(row, "in_force"),
                share(row, "aside"),
                share(row, "held"),
                share(row, "refused"),
                share(row, "waiting"),
                share(row, "withdrawn"),
                0,
                row.getLong("persons"),
                row.getLong("source_stated"),
                new Credits(row.getLong("source_credits")));
    }

    private static Share share(Row row, String state) {
        return new Share(
                row.getLong(state),
                new Hours(row.getLong(state + "_hours")),
                new Credits(row.getLong(state + "_credits")));
    }
}
