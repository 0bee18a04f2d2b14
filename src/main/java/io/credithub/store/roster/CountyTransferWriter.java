package io.credithub.store.roster;

import io.credithub.store.completion.FamilyRows;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Teachers who belong to another county now: it takes their figures over, and where they were is
/// kept.
record CountyTransferWriter(SqlConnection connection) {
    /// Both counties at once: out of the old one with a minus, into the new one with a plus. A
    /// person is one in each school year: in the cells of a feed, and in those of all feeds.
    private static final String MOVE =
            """
            with placed as (
                select m.teacher_id, m.was, m.now, k.feed_id, k.school_year,
                    count(*) filter (where k.state = 1) as posted,
                    coalesce(sum(k.hours) filter (where k.state = 1), 0) as posted_hours,
                    coalesce(sum(k.credits) filter (where k.state = 1), 0) as posted_credits,
                    count(*) filter (where k.state = 2) as aside,
                    coalesce(sum(k.hours) filter (where k.state = 2), 0) as aside_hours,
                    count(*) filter (where k.state = 6) as held,
                    coalesce(sum(k.hours) filter (where k.state = 6), 0) as held_hours,
                    count(*) filter (where k.state = 7) as refused,
                    coalesce(sum(k.hours) filter (where k.state = 7), 0) as refused_hours,
                    max(case k.state when 1 then 1 else 0 end) as persons
                from unnest($1::int4[], $2::text[], $3::text[]) as m (teacher_id, was, now)
                cross join lateral (select * from completion
                    where teacher_id = m.teacher_id and %s) as k
                group by 1, 2, 3, 4, 5),
            moved as (
                select * from placed
                union all
                select teacher_id, was, now, 0, school_year, 0, 0, 0, 0, 0, 0, 0, 0, 0, max(persons)
                from placed group by 1, 2, 3, 5)
            insert into reconciliation_cell as c (feed_id, division_code, school_year, posted,
                posted_hours, posted_credits, aside, aside_hours, held, held_hours, refused,
                refused_hours, persons)
            select h.feed_id, side.division, h.school_year, sum(side.sign * h.posted),
                sum(side.sign * h.posted_hours), sum(side.sign * h.posted_credits),
                sum(side.sign * h.aside), sum(side.sign * h.aside_hours),
                sum(side.sign * h.held), sum(side.sign * h.held_hours),
                sum(side.sign * h.refused), sum(side.sign * h.refused_hours),
                sum(side.sign * h.persons)
            from moved h
            cross join lateral (values (h.was, -1), (h.now, 1)) as side (division, sign)
            group by 1, 2, 3
            on conflict (feed_id, division_code, school_year) do update set
                posted = c.posted + excluded.posted,
                posted_hours = c.posted_hours + excluded.posted_hours,
                posted_credits = c.posted_credits + excluded.posted_credits,
                aside = c.aside + excluded.aside,
                aside_hours = c.aside_hours + excluded.aside_hours,
                held = c.held + excluded.held,
                held_hours = c.held_hours + excluded.held_hours,
                refused = c.refused + excluded.refused,
                refused_hours = c.refused_hours + excluded.refused_hours,
                persons = c.persons + excluded.persons\
            """
                    .formatted(FamilyRows.PLACED);

    /// The first transfer also inserts the county before it, from the day 0001-01-01.
    private static final String MOVED =
            """
            with m as (
                select * from unnest($1::int4[], $2::text[], $3::text[], $4::date[])
                    as m (teacher_id, was, now, since)),
            before as (
                insert into residence (teacher_id, from_day, division_code)
                select m.teacher_id, date '0001-01-01', m.was
                from m join teacher t on t.id = m.teacher_id where not t.moved
                on conflict do nothing),
            after as (
                insert into residence (teacher_id, from_day, division_code)
                select teacher_id,
                    coalesce(since, $5::date), now from m
                on conflict (teacher_id, from_day) do update
                    set division_code = excluded.division_code)
            update teacher t set moved = true from m where t.id = m.teacher_id\
            """;

    /// Where somebody has been all the time was not known: what is kept of the last place is that
    /// of the right one. Who has never moved has no row.
    private static final String LEARNED =
            """
            update residence r set division_code = m.now
            from unnest($1::int4[], $2::text[], $3::text[]) as m (teacher_id, was, now)
            where r.teacher_id = m.teacher_id and r.division_code = m.was
                and r.from_day = (select max(from_day) from residence
                    where teacher_id = m.teacher_id)\
            """;

    /// @param since absent: since today
    /// @param learned nobody moved: it became known where the teacher belongs
    record CountyTransfer(
            int teacher, String was, String now, @Nullable LocalDate since, boolean learned) {}

    /// @param today in the province
    Uni<Void> write(List<CountyTransfer> moves, LocalDate today) {
        if (moves.isEmpty()) return Uni.createFrom().voidItem();
        List<CountyTransfer> learned = moves.stream().filter(CountyTransfer::learned).toList();
        List<CountyTransfer> gone = moves.stream().filter(move -> !move.learned()).toList();
        return connection
                .preparedQuery(MOVE)
                .execute(columns(moves).tuple())
                .chain(() ->
                        run(
                                MOVED,
                                gone,
                                columns(gone).dates(CountyTransfer::since).plain(today).tuple()))
                .chain(() -> run(LEARNED, learned, columns(learned).tuple()));
    }

    private Uni<Void> run(String sql, List<CountyTransfer> moves, Tuple columns) {
        if (moves.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(sql).execute(columns).replaceWithVoid();
    }

    static ArrayParameters<CountyTransfer> columns(List<CountyTransfer> moves) {
        return new ArrayParameters<>(moves)
                .ints(CountyTransfer::teacher)
                .texts(CountyTransfer::was)
                .texts(CountyTransfer::now);
    }
}
