package io.credithub.store;

import io.credithub.flow.Enrolled;
import io.credithub.flow.IdProtection;
import io.credithub.flow.RosterRow;
import io.credithub.store.RosterEntry.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Enrols a batch of the roster: a teacher is found by number, then by document; who is not found
/// is added, who differs is changed, and a new county takes its figures along.
final class RosterWriter {
    private static final String KNOWN =
            """
            with found as (
                select t.id from unnest($1::text[]) as k (no) join teacher t on t.teacher_no = k.no
                union
                select t.id from unnest($2::uuid[]) as k (hash) join teacher t on t.id_hash = k.hash)
            select t.id, t.teacher_no, t.id_hash, t.name, t.birth_date, t.school_code,
                t.school_name, t.home_school_code, t.division_code, t.status, t.confirmed_on,
                t.transferred_on
            from found join teacher t using (id)\
            """;

    private static final String ADD =
            """
            insert into teacher (teacher_no, number_hash, id_type, id_hash, id_cipher, id_masked,
                name, birth_date, school_code, school_name, home_school_code, division_code, status,
                confirmed_on, transferred_on)
            select * from unnest($1::text[], $2::uuid[], $3::int2[], $4::uuid[], $5::bytea[],
                $6::text[], $7::text[], $8::date[], $9::text[], $10::text[], $11::text[],
                $12::text[], $13::text[], $14::date[], $15::date[])
            returning id\
            """;

    private static final String CHANGE =
            """
            update teacher t set teacher_no = n.teacher_no, number_hash = n.number_hash,
                id_type = n.id_type, id_hash = n.id_hash, id_cipher = n.id_cipher,
                id_masked = n.id_masked, name = n.name, birth_date = n.birth_date,
                school_code = n.school_code, school_name = n.school_name,
                home_school_code = n.home_school_code, division_code = n.division_code,
                status = n.status, confirmed_on = n.confirmed_on,
                transferred_on = n.transferred_on, version = t.version + 1
            from unnest($1::text[], $2::uuid[], $3::int2[], $4::uuid[], $5::bytea[],
                $6::text[], $7::text[], $8::date[], $9::text[], $10::text[], $11::text[],
                $12::text[], $13::text[], $14::date[], $15::date[], $16::int4[])
                as n (teacher_no, number_hash, id_type, id_hash, id_cipher, id_masked, name,
                    birth_date, school_code, school_name, home_school_code, division_code, status,
                    confirmed_on, transferred_on, id)
            where t.id = n.id\
            """;

    /// Both counties at once: out of the old one with a minus, into the new one with a plus. A
    /// person is one in each school year: in the cells of a feed, and in those of all feeds.
    private static final String MOVE =
            """
            with held as (
                select m.teacher_id, m.was, m.now, k.feed_id, k.school_year,
                    count(*) filter (where k.state = 1) as posted,
                    coalesce(sum(k.hours) filter (where k.state = 1), 0) as posted_hours,
                    coalesce(sum(k.credits) filter (where k.state = 1), 0) as posted_credits,
                    count(*) filter (where k.state = 2) as aside,
                    coalesce(sum(k.hours) filter (where k.state = 2), 0) as aside_hours,
                    max(case k.state when 1 then 1 else 0 end) as persons
                from unnest($1::int4[], $2::text[], $3::text[]) as m (teacher_id, was, now)
                cross join lateral (
                    select * from completion where teacher_id = m.teacher_id and state = 1
                    union all
                    select * from completion where teacher_id = m.teacher_id and state = 2) as k
                group by 1, 2, 3, 4, 5),
            moved as (
                select * from held
                union all
                select teacher_id, was, now, 0, school_year, 0, 0, 0, 0, 0, max(persons)
                from held group by 1, 2, 3, 5)
            insert into reconciliation_cell as c (feed_id, division_code, school_year, posted,
                posted_hours, posted_credits, aside, aside_hours, persons)
            select h.feed_id, side.division, h.school_year, sum(side.sign * h.posted),
                sum(side.sign * h.posted_hours), sum(side.sign * h.posted_credits),
                sum(side.sign * h.aside), sum(side.sign * h.aside_hours),
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
                persons = c.persons + excluded.persons\
            """;

    private final SqlConnection connection;
    private final IdProtection ids;

    RosterWriter(SqlConnection connection, IdProtection ids) {
        this.connection = connection;
        this.ids = ids;
    }

    Uni<Enrolled> enrol(List<RosterRow> rows) {
        List<RosterEntry> entries = rows.stream().map(row -> RosterEntry.of(row, ids)).toList();
        Tuple keys =
                new Columns<>(entries)
                        .texts(entry -> entry.row().teacherNo())
                        .uuids(RosterEntry::documentHash)
                        .tuple();
        return connection
                .preparedQuery(KNOWN)
                .execute(keys)
                .map(known -> sort(entries, known))
                .chain(this::write);
    }

    /// What is to be done with each entry.
    private static final class Sorted {
        private final List<RosterEntry> added = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private final List<Integer> mismatched = new ArrayList<>();
        private int unchanged;
    }

    private record Change(RosterEntry entry, Known known) {}

    private static Sorted sort(List<RosterEntry> entries, RowSet<Row> rows) {
        Map<String, Known> byNumber = new HashMap<>();
        Map<UUID, Known> byDocument = new HashMap<>();
        for (Row row : rows) {
            Known known = Known.of(row);
            if (known.teacherNo() != null) byNumber.put(known.teacherNo(), known);
            if (known.documentHash() != null) byDocument.put(known.documentHash(), known);
        }
        Sorted sorted = new Sorted();
        for (int i = 0; i < entries.size(); i++) {
            RosterEntry entry = entries.get(i);
            Known one = find(byNumber, entry.row().teacherNo());
            Known other = find(byDocument, entry.documentHash());
            if (one != null && other != null && one.id() != other.id()) {
                sorted.mismatched.add(i);
                continue;
            }
            Known known = one != null ? one : other;
            if (known == null) sorted.added.add(entry);
            else if (known.equals(entry.as(known))) sorted.unchanged++;
            else sorted.changed.add(new Change(entry, known));
        }
        return sorted;
    }

    private static <K> @Nullable Known find(Map<K, Known> known, @Nullable K key) {
        return key == null ? null : known.get(key);
    }

    private Uni<Enrolled> write(Sorted sorted) {
        Set<Integer> touched = new HashSet<>();
        Set<Integer> facts = new HashSet<>();
        for (Change change : sorted.changed) {
            touched.add(change.known().id());
            if (!change.known().hasFactsOf(change.entry())) facts.add(change.known().id());
        }
        Tuple changes = new Columns<>(sorted.changed).ints(change -> change.known().id()).tuple();
        List<RosterEntry> changed = sorted.changed.stream().map(Change::entry).toList();
        Tuple changing = RosterEntry.columns(changed).addValue(changes.getValue(0));
        return add(sorted.added)
                .invoke(touched::addAll)
                .chain(() -> run(CHANGE, changed, changing))
                .chain(() -> move(sorted.changed))
                .replaceWith(() ->
                        new Enrolled(
                                sorted.added.size(),
                                sorted.changed.size(),
                                sorted.unchanged,
                                touched,
                                facts,
                                sorted.mismatched));
    }

    private Uni<List<Integer>> add(List<RosterEntry> added) {
        if (added.isEmpty()) return Uni.createFrom().item(List.of());
        return connection
                .preparedQuery(ADD)
                .execute(RosterEntry.columns(added))
                .map(rows -> {
                    List<Integer> numbers = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        numbers.add(Objects.requireNonNull(row.getInteger(0)));
                    }
                    return numbers;
                });
    }

    private Uni<Void> move(List<Change> changes) {
        List<Change> moved =
                changes.stream()
                        .filter(c -> !c.known().division().equals(c.entry().row().division()))
                        .toList();
        Tuple tuple =
                new Columns<>(moved)
                        .ints(change -> change.known().id())
                        .texts(change -> change.known().division())
                        .texts(change -> change.entry().row().division())
                        .tuple();
        return run(MOVE, moved, tuple);
    }

    private Uni<Void> run(String sql, List<?> rows, Tuple tuple) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }
}
