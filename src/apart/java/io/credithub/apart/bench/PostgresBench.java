package io.credithub.apart.bench;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/// What the bench asks the registry: is it done, what does it hold, how large is it.
public class PostgresBench {
    private static final String IS_FOLLOWED =
            """
            select v.round_after is null and v.round <> '' and v.seq = h.last_seq
                and m.seq = h.last_seq and not exists (select from verdict_touched)
            from verdict_progress v cross join match_progress m cross join ledger_head h\
            """;
    private static final String STATE =
            """
            select coalesce((select sum(earned) from standing), 0)::bigint as earned,
                (select last_seq from ledger_head) as entries,
                (select sum(pg_total_relation_size(oid)) from pg_class
                    where relnamespace = 'public'::regnamespace and relkind = 'r')::bigint as bytes\
            """;

    private final Pool pool;

    public PostgresBench(Pool pool) {
        this.pool = pool;
    }

    /// @param earned hundredths, all teachers and cycles
    /// @param bytes of all tables with their indexes
    public record State(long earned, long entries, long bytes) {}

    public Uni<Boolean> isFinished(long delivery) {
        return pool.preparedQuery("select finished_at is not null from delivery where id = $1")
                .execute(Tuple.of(delivery))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /// Whether every chunk that has landed is done.
    public Uni<Boolean> isIdle() {
        return pool.query("select not exists (select from chunk where not done)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /// Whether touched teachers were looked at, and the rows of lists are what they should be.
    public Uni<Boolean> isFollowed() {
        return pool.query(IS_FOLLOWED).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }

    public Uni<State> state() {
        return pool.query(STATE).execute().map(rows -> state(rows.iterator().next()));
    }

    private static State state(Row row) {
        return new State(row.getLong("earned"), row.getLong("entries"), row.getLong("bytes"));
    }
}
