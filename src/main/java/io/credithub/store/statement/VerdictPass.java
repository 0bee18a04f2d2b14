package io.credithub.store.statement;

import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.flow.statement.VerdictBook.RowMaker;
import io.credithub.flow.statement.VerdictRow;
import io.credithub.flow.statement.VerdictRow.RosterPlace;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.AccountRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One stretch of the rows, in the transaction of whoever holds the row that says how far they have
/// come. What it does to a teacher is the same however often.
final class VerdictPass {
    private static final int NOTES_MAX = 500;

    /// Many, since each stretch looks at each of its teachers once.
    private static final int LINES_MAX = 200_000;

    private static final int ROUND_TEACHERS = 2_000;
    private static final int SLICE = 500;

    /// Those whom a day of the roster concerns that has come since.
    private static final String SWEEP =
            """
            insert into verdict_touched (teachers)
            select array_agg(id) from (
                select id from teacher where left_on > $1 and left_on <= $2
                    or confirmed_on > $1 and confirmed_on <= $2
                    or transferred_on > $1 and transferred_on <= $2
                union select teacher_id from residence where from_day > $1 and from_day <= $2) t
            having count(*) > 0\
            """;

    /// The notes first: what they are of was committed before, so whoever reads on finds it.
    private static final String NOTED =
            """
            select array_agg(n.id) as notes, (
                select array_agg(distinct t.id) from (
                    select id, teachers from verdict_touched order by id limit $1) m
                cross join lateral unnest(m.teachers) as t (id)) as teachers
            from (select id from verdict_touched order by id limit $1) n\
            """;

    private static final String LINES =
            """
            with lines as (
                select seq, teacher_id from ledger_entry where seq > $1 order by seq limit $2)
            select max(seq) as seq, count(*) as lines, array_agg(distinct teacher_id) as teachers
            from lines\
            """;

    private static final String ROUND = "select id from teacher where id > $1 order by id limit $2";

    private static final String PLACES =
            """
            select id, answering_division, coalesce(home_school_code, school_code, '') as school,
                status
            from teacher
            where id = any($1::int4[]) and merged_into is null and erased_at is null\
            """;

    private static final String SEEN = "delete from verdict_touched where id = any($1::int8[])";

    private final SqlConnection connection;
    private final BatchSender sets;
    private final RowMaker maker;

    VerdictPass(SqlConnection connection, RowMaker maker) {
        this.connection = connection;
        this.sets = new BatchSender(connection);
        this.maker = maker;
    }

    Uni<BookStep> step(VerdictProgress was) {
        VerdictProgress now = was.under(maker.round());
        return sweep(now)
                .chain(() -> ask(NOTED, Tuple.of(NOTES_MAX)))
                .chain(notes ->
                        ask(LINES, Tuple.of(now.seq(), LINES_MAX))
                                .chain(lines -> step(now, first(notes), first(lines))));
    }

    private Uni<Void> sweep(VerdictProgress now) {
        if (now.swept() == null || !now.swept().isBefore(maker.today())) {
            return Uni.createFrom().voidItem();
        }
        return ask(SWEEP, Tuple.of(now.swept(), maker.today())).replaceWithVoid();
    }

    private Uni<BookStep> step(VerdictProgress now, Row notes, Row lines) {
        VerdictProgress swept = now.sweptOn(maker.today());
        Long[] noted = notes.getArrayOfLongs("notes");
        Long last = lines.getLong("seq");
        if (noted == null && last == null) return round(swept);
        List<Integer> teachers = new ArrayList<>();
        add(teachers, notes.getArrayOfIntegers("teachers"));
        add(teachers, lines.getArrayOfIntegers("teachers"));
        boolean isMore =
                (noted != null && noted.length == NOTES_MAX) || lines.getLong("lines") == LINES_MAX;
        VerdictProgress then = last == null ? swept : swept.upTo(last);
        return renew(teachers.stream().distinct().sorted().toList())
                .chain(() ->
                        noted == null ? Uni.createFrom().nullItem() : ask(SEEN, Tuple.of(noted)))
                .chain(() -> then.save(connection))
                .replaceWith(
                        isMore
                                ? BookStep.MORE
                                : then.after() == null ? BookStep.DONE : BookStep.CAUGHT_UP);
    }

    private static void add(List<Integer> all, Integer @Nullable [] more) {
        if (more != null) all.addAll(List.of(more));
    }

    /// The next stretch of everybody.
    private Uni<BookStep> round(VerdictProgress now) {
        Integer after = now.after();
        if (after == null) return now.save(connection).replaceWith(BookStep.DONE);
        return ask(ROUND, Tuple.of(after, ROUND_TEACHERS))
                .map(rows -> RowReading.list(rows, row -> row.getInteger(0)))
                .chain(teachers -> {
                    boolean isLast = teachers.size() < ROUND_TEACHERS;
                    VerdictProgress then = isLast ? now.through() : now.after(teachers.getLast());
                    return renew(teachers)
                            .chain(() -> then.save(connection))
                            .replaceWith(isLast ? BookStep.DONE : BookStep.CAUGHT_UP);
                });
    }

    private Uni<Void> renew(List<Integer> teachers) {
        List<List<Integer>> slices = new ArrayList<>();
        for (int from = 0; from < teachers.size(); from += SLICE) {
            slices.add(teachers.subList(from, Math.min(teachers.size(), from + SLICE)));
        }
        return Multi.createFrom()
                .iterable(slices)
                .onItem()
                .transformToUniAndConcatenate(this::renewSlice)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> renewSlice(List<Integer> teachers) {
        Tuple ids = new ArrayParameters<>(teachers).ints(id -> id).tuple();
        return Uni.combine()
                .all()
                .unis(
                        ask(PLACES, ids),
                        ask(AccountRows.SELECT, ids),
                        ask(VerdictRows.OF_TEACHERS, ids))
                .usingConcurrencyOf(1)
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(found ->
                        replace(
                                RowReading.list(found.getItem3(), VerdictRows::read),
                                rows(
                                        places(found.getItem1()),
                                        AccountRows.accounts(found.getItem2()))));
    }

    private static Map<Integer, RosterPlace> places(RowSet<Row> rows) {
        Map<Integer, RosterPlace> places = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            places.put(
                    row.getInteger("id"),
                    new RosterPlace(
                            row.getString("answering_division"),
                            row.getString("school"),
                            row.getString("status")));
        }
        return places;
    }

    private List<VerdictRow> rows(Map<Integer, RosterPlace> places, List<TeacherAccount> accounts) {
        List<VerdictRow> rows = new ArrayList<>();
        for (TeacherAccount account : accounts) {
            RosterPlace place = places.get(account.teacher());
            if (place != null) rows.addAll(maker.rows(account, place));
        }
        return rows;
    }

    private record RowKey(int teacher, int cycle) {}

    /// Writes what is different, and counts it.
    private Uni<Void> replace(List<VerdictRow> before, List<VerdictRow> after) {
        Map<RowKey, VerdictRow> gone = HashMap.newHashMap(before.size());
        for (VerdictRow row : before) gone.put(new RowKey(row.teacher(), row.cycle()), row);
        VerdictCounts counts = new VerdictCounts();
        List<VerdictRow> written = new ArrayList<>();
        for (VerdictRow row : after) {
            VerdictRow was = gone.remove(new RowKey(row.teacher(), row.cycle()));
            if (row.equals(was)) continue;
            if (was != null) counts.add(was, -1);
            counts.add(row, 1);
            written.add(row);
        }
        for (VerdictRow row : gone.values()) counts.add(row, -1);
        return sets.send(VerdictRows.REMOVE, List.copyOf(gone.values()), VerdictRows::keys)
                .chain(() -> sets.send(VerdictRows.WRITE, written, VerdictRows::written))
                .chain(() -> sets.send(VerdictCounts.ADD, counts.changes(), VerdictCounts::tuple));
    }

    private Uni<RowSet<Row>> ask(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }
}
