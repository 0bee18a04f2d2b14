package io.credithub.store.register;

import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programme register as it is told to those who ask.
@Singleton
public class PostgresRegisterQuery implements RegisterQuery {
    private static final String SEARCH =
            """
            select e.code, s.* from programme_entry e
            join programme_state s on s.entry_id = e.id and s.version = e.latest
            where e.code > coalesce((select code from programme_entry where id = $1), '')
                and starts_with(e.code, $2) and position($3 in s.names) > 0
                and ($4 = 0 or s.level = $4)
                and ($5 = 0 or (coalesce(s.starts_on, '-infinity') <= make_date($5, 12, 31)
                    and coalesce(s.ends_on, 'infinity') >= make_date($5, 1, 1)))
                and position($6 in coalesce(s.organiser_normal, '')) > 0
                and ($7 = '' or $7 = case when s.joined_to is not null then 'JOINED'
                    when s.withdrawn then 'WITHDRAWN' when s.ended_on is not null then 'ENDED'
                    else 'IN_FORCE' end)
            order by e.code limit $8\
            """;
    private static final String AT =
            """
            select e.code, s.* from programme_entry e
            join programme_state s on s.entry_id = e.id
            join programme_decision d on d.version = s.version
            where e.code = $1 and ($2::timestamptz is null or d.decided_at <= $2)
            order by s.version desc limit 1\
            """;

    /// Of each entry that ever was joined to it, the state of that moment counts.
    private static final String JOINED =
            """
            select e.code from programme_entry e
            cross join lateral (
                select s.joined_to from programme_state s
                join programme_decision d on d.version = s.version
                where s.entry_id = e.id and ($2::timestamptz is null or d.decided_at <= $2)
                order by s.version desc limit 1) l
            where e.id in (select entry_id from programme_state where joined_to = $1)
                and l.joined_to = $1
            order by e.code\
            """;

    private static final String HISTORY =
            """
            select d.version, d.decided_at, d.decided_by, d.reason, s.act, s.detail
            from programme_entry e join programme_state s on s.entry_id = e.id
            join programme_decision d on d.version = s.version
            where e.code = $1 order by d.version\
            """;

    private final Pool pool;

    public PostgresRegisterQuery(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<RegisterEntry>> search(RegisterSearch search, int after, int most) {
        Tuple asked =
                Tuple.tuple()
                        .addInteger(after)
                        .addString(orEmpty(search.code()))
                        .addString(orEmpty(search.name()))
                        .addInteger(search.level() == null ? 0 : search.level().code())
                        .addInteger(search.year() == null ? 0 : search.year())
                        .addString(orEmpty(search.organiser()))
                        .addString(search.state() == null ? "" : search.state().name())
                        .addInteger(most);
        return pool.preparedQuery(SEARCH)
                .execute(asked)
                .map(rows -> RowReading.list(rows, EntryRows::entry));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Uni<Optional<FoundEntry>> find(String code, @Nullable Instant at) {
        Tuple asked =
                Tuple.of(code).addOffsetDateTime(at == null ? null : at.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(AT)
                .execute(asked)
                .chain(found -> {
                    if (found.size() == 0) return Uni.createFrom().item(Optional.empty());
                    RegisterEntry entry = EntryRows.entry(found.iterator().next());
                    Uni<RowSet<Row>> joined = pool.preparedQuery(JOINED).execute(asked);
                    Uni<RowSet<Row>> history = pool.preparedQuery(HISTORY).execute(Tuple.of(code));
                    return Uni.combine()
                            .all()
                            .unis(joined, history)
                            .with((codes, events) ->
                                    Optional.of(
                                            new FoundEntry(
                                                    entry,
                                                    RowReading.list(
                                                            codes, row -> row.getString("code")),
                                                    RowReading.list(
                                                            events,
                                                            PostgresRegisterQuery::event))));
                });
    }

    private static EntryEvent event(Row row) {
        return new EntryEvent(
                row.getLong("version"),
                RowReading.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("reason"),
                EntryAct.valueOf(row.getString("act")),
                row.getString("detail"));
    }
}
