package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.breaks.Breaks.BreakPlaceInList;
import io.credithub.store.teacher.IdentityRows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about breaks. A filter that is not asked for is no part of the statement, so that each
/// page is read from the index that suits it, in the order of the list.
final class BreakSql {
    /// What a run that looked at it did not close, the run has seen.
    private static final String SEEN =
            """
            left join lateral (
                select r.id, r.finished_at from reconciliation_run r
                where r.state = 'DONE' and (r.school_year is null or r.school_year = b.school_year)
                    and (starts_with(b.division, %s)
                        or b.division = '' and r.division like '__0000')
                    and (b.state <> 4 or r.finished_at < b.closed_at)
                order by r.id desc limit 1) s on true\
            """
                    .formatted(RunSql.PREFIX);

    private static final String ROWS =
            """
            select b.*, t.teacher_no, f.code as feed, p.code as peer_feed,
                greatest(b.last_run, s.id) as seen_by,
                greatest(b.last_seen_at, s.finished_at) as seen_at
            from recon_break b left join teacher t on t.id = b.teacher_id
            left join feed f on f.id = b.feed_id left join feed p on p.id = b.peer_feed_id %s\
            """
                    .formatted(SEEN);

    static final String ONE = ROWS + " where b.identity = $1 and starts_with(b.division, $2)";

    static final String EVENTS = "select * from recon_break_event where identity = $1 order by id";

    static final String AGING =
            """
            select b.code, b.owner, case when a.days <= 7 then '0-7' when a.days <= 30 then '8-30'
                    when a.days <= 90 then '31-90' when a.days <= 180 then '91-180'
                    else '181-' end as age,
                count(*) as breaks
            from recon_break b cross join lateral (
                select extract(day from $2::timestamptz - b.opened_at) as days) a
            where b.state = 1 and b.division >= $1 and b.division < $1 || ':'
                and ($3::int2 is null or b.school_year = $3)
            group by 1, 2, 3 order by 1, 2, 3\
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();
    private final String statement;

    BreakSql(BreakFilter filter, BreakPlaceInList after, int most) {
        if (filter.teacherNo() != null) {
            value(filter.teacherNo());
            conditions.add("b.teacher_id = " + IdentityRows.HOLDER);
        }
        state(filter.state());
        division(filter.within().prefix());
        equal("code", filter.code() == null ? null : Narrow.toShort(filter.code().code()));
        equal("owner", filter.owner() == null ? null : Narrow.toShort(filter.owner().code()));
        equal("school_year", PostgresBreakRuns.year(filter.schoolYear()));
        equal("assignee", filter.assignee());
        if (filter.feed() != null) {
            conditions.add(
                    "b.feed_id = (select id from feed where code = " + value(filter.feed()) + ")");
        }
        opened(">", filter.openedAfter());
        opened("<=", filter.openedUntil());
        conditions.add(
                "(b.opened_at, b.identity) > (%s::timestamptz, %s::uuid)"
                        .formatted(at(after.openedAt()), value(after.identity())));
        statement =
                ROWS
                        + " where "
                        + String.join(" and ", conditions)
                        + " order by b.opened_at, b.identity limit "
                        + value(most);
    }

    String statement() {
        return statement;
    }

    Tuple values() {
        return values;
    }

    private String value(Object one) {
        values.addValue(one);
        return "$" + values.size();
    }

    /// In the statement itself: there are indexes of some states only, and the plan must know
    /// which.
    private void state(@Nullable BreakState state) {
        if (state != null) conditions.add("b.state = " + state.code());
    }

    /// Divisions are ordered byte by byte, and the colon stands behind every digit.
    private void division(String prefix) {
        if (prefix.isEmpty()) return;
        conditions.add("b.division >= " + value(prefix));
        conditions.add("b.division < " + value(prefix + ":"));
    }

    private void equal(String column, @Nullable Object to) {
        if (to != null) conditions.add("b." + column + " = " + value(to));
    }

    private void opened(String comparison, @Nullable Instant moment) {
        if (moment != null) conditions.add("b.opened_at " + comparison + " " + at(moment));
    }

    private String at(Instant moment) {
        return value(moment.atOffset(ZoneOffset.UTC));
    }
}
