package io.credithub.store.teacher;

import io.credithub.domain.Narrow;
import io.credithub.flow.statement.HeldRecords;
import io.credithub.store.completion.CompletionRows;
import io.credithub.store.completion.ContentQueries;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Held and refused contents of a teacher, by the index of teacher and family.
@ApplicationScoped
public class PostgresHeldRecords implements HeldRecords {
    public static final int HELD_MAX = 1_000;

    /// Of the teacher `$1` and the school years `$2` to `$3`, at most `$4`.
    public static final String HELD =
            """
            select %s, p.name as programme, f.code as peer_feed, w.record_id as peer_record,
                n.reason as refused_why,
                coalesce(n.decided_at, r.posted_at, (select d.landed_at from delivery d
                    where d.id = c.delivery_id)) as since
            from (select * from completion where teacher_id = $1 and state in (6, 7)
                    and school_year between $2 and $3 offset 0) c
            join programme p on p.id = c.programme_id
            left join completion w on w.record_key = c.peer and w.state = 1
                and w.teacher_id = c.teacher_id
            left join feed f on f.id = w.feed_id
            left join lateral (select reason, decided_at from hold_decision h
                where c.state = 7 and h.record_key = c.record_key and h.version_no = c.version_no
                order by h.id desc limit 1) n on true
            left join lateral (select max(b.posted_at) as posted_at from ledger_entry e
                join ledger_block b on b.no = e.block_no
                where e.teacher_id = $1 and e.kind = 2 and e.record_key = c.record_key
                    and e.version_no = c.version_no) r on true
            order by c.completed_on, c.feed_id, c.record_id limit $4\
            """
                    .formatted(ContentQueries.COLUMNS);

    private final Pool pool;
    private final FeedNumbers feeds;

    public PostgresHeldRecords(Pool pool, FeedNumbers feeds) {
        this.pool = pool;
        this.feeds = feeds;
    }

    @Override
    public Uni<List<HeldTraining>> held(int number, int firstYear, int lastYear) {
        Tuple which =
                Tuple.of(number, Narrow.toShort(firstYear), Narrow.toShort(lastYear), HELD_MAX);
        return feeds.learned()
                .chain(() -> pool.preparedQuery(HELD).execute(which))
                .map(rows -> RowReading.list(rows, row -> training(row, feeds)));
    }

    /// @param row of [#HELD]
    public static HeldTraining training(Row row, FeedNumbers feeds) {
        return new HeldTraining(
                CompletionRows.version(row, feeds),
                row.getString("programme"),
                RowReading.instant(row, "since"),
                peer(row),
                row.getString("refused_why"));
    }

    private static @Nullable HeldFor peer(Row row) {
        String feed = row.getString("peer_feed");
        return feed == null ? null : new HeldFor(feed, row.getString("peer_record"));
    }
}
