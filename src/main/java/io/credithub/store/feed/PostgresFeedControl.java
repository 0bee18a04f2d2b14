package io.credithub.store.feed;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.FeedProblems;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.flow.feed.FeedStatus.Counts;
import io.credithub.flow.feed.FeedStatus.FeedState;
import io.credithub.flow.feed.FeedWatch;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.load.Backlog;
import io.credithub.store.connection.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/// What an operator does about feeds, kept in table `feed`: it holds for every process of the hub,
/// and after a restart.
@Singleton
public final class PostgresFeedControl implements FeedControl {
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    private static final String COUNTS =
            """
            with broken as (
                select d.feed_id, count(*) as chunks from chunk c
                    join delivery d on d.id = c.delivery_id
                where not c.done and c.broken_at is not null group by d.feed_id)
            select f.code, count(*) filter (where d.replay_of is null),
                (coalesce(sum(d.received) filter (where d.replay_of is null), 0) + %s)::bigint,
                sum(d.accepted)::bigint,
                coalesce(sum(d.rejected - d.replayed) filter (where d.replay_of is null), 0)::bigint,
                sum(d.duplicate)::bigint, sum(d.waiting)::bigint,
                sum(d.chunks - d.chunks_done)::bigint, coalesce(max(b.chunks), 0)
            from delivery d join feed f on f.id = d.feed_id
                left join broken b on b.feed_id = d.feed_id group by f.code\
            """
                    .formatted(ReplayedSum.SUM);

    private final Sessions sessions;
    private final PostgresFeeds rows;
    private final Feeds feeds;
    private final FeedProblems problems;
    private final FeedWatch watch;
    private final Backlog backlog;

    public PostgresFeedControl(
            Sessions sessions,
            PostgresFeeds rows,
            Feeds feeds,
            FeedProblems problems,
            FeedWatch watch,
            Backlog backlog) {
        this.sessions = sessions;
        this.rows = rows;
        this.feeds = feeds;
        this.problems = problems;
        this.watch = watch;
        this.backlog = backlog;
    }

    @Override
    public Uni<List<FeedStatus>> status() {
        return sessions.read(session -> counts(session).chain(counts -> statuses(session, counts)));
    }

    @Override
    public Uni<FeedStatus> pause(String code) {
        return change(code, row -> row.pause(rows.now()));
    }

    @Override
    public Uni<FeedStatus> resume(String code) {
        return change(code, FeedRow::resume);
    }

    @Override
    public Uni<FeedStatus> repull(String code, Instant from) {
        boolean isPushed = feeds.find(code).map(feed -> feed.kind() == FeedKind.PUSH).orElse(false);
        if (isPushed) throw new IllegalArgumentException("nothing to pull from: " + code);
        return change(code, row -> row.repull(from));
    }

    private Uni<FeedStatus> change(String code, Consumer<FeedRow> change) {
        if (feeds.find(code).isEmpty()) throw new IllegalArgumentException("no feed " + code);
        return rows.change(
                        code,
                        row -> {
                            change.accept(row);
                            return row;
                        })
                .chain(this::status)
                .map(all -> all.stream().filter(one -> one.code().equals(code)).findFirst())
                .map(found -> found.orElseThrow());
    }

    private static Uni<Map<String, Counts>> counts(Session session) {
        return session.createNativeQuery(COUNTS, Object[].class)
                .getResultList()
                .map(all ->
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                one -> (String) one[0],
                                                PostgresFeedControl::counts)));
    }

    private static Counts counts(Object[] row) {
        long[] sums = new long[row.length];
        for (int at = 1; at < row.length; at++) sums[at] = ((Number) row[at]).longValue();
        return new Counts(sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8]);
    }

    /// Feeds with a row, and those that are off before they ever had one.
    private Uni<List<FeedStatus>> statuses(Session session, Map<String, Counts> counts) {
        return session.createSelectionQuery("from FeedRow order by code", FeedRow.class)
                .getResultList()
                .map(all -> {
                    Map<String, FeedRow> shown = new TreeMap<>();
                    for (FeedProblem off : problems.all()) shown.put(off.feed(), new FeedRow());
                    for (FeedRow row : all) {
                        boolean isKnown = feeds.find(row.code).isPresent();
                        if (isKnown || shown.containsKey(row.code)) shown.put(row.code, row);
                    }
                    return shown.entrySet().stream()
                            .map(one -> status(one.getKey(), one.getValue(), counts))
                            .toList();
                });
    }

    private FeedStatus status(String code, FeedRow row, Map<String, Counts> counts) {
        FeedDefinition feed = feeds.stated(code).orElse(null);
        FeedProblem problem = problems.of(code).orElse(null);
        FeedState running = backlog.isFull(code) ? FeedState.RESTING : FeedState.ON;
        FeedState state = row.paused ? FeedState.PAUSED : running;
        return new FeedStatus(
                code,
                feed == null ? new Text(code, code) : feed.title(),
                feed == null ? null : feed.kind(),
                feed == null ? null : FeedAuthority.of(feed.authority()),
                problem == null ? state : FeedState.OFF,
                problem,
                row.paused,
                row.pausedAt,
                row.position,
                row.failures,
                row.failingSince,
                row.retryAt,
                row.lastError,
                row.pollingSince,
                row.lastPolledAt,
                row.lastLandedAt,
                problem == null ? alarms(row) : List.of(),
                counts.getOrDefault(code, NOTHING));
    }

    private List<FeedStatus.Alarm> alarms(FeedRow row) {
        return watch.alarms(row.pulse()).stream().map(FeedStatus.Alarm::of).toList();
    }
}
