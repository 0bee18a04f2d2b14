package io.credithub.store;

import io.credithub.flow.Enrolled;
import io.credithub.flow.IdProtection;
import io.credithub.flow.RosterRow;
import io.credithub.store.MoveWriter.Move;
import io.credithub.store.RosterEntry.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
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

    private final SqlConnection connection;
    private final IdProtection ids;

    RosterWriter(SqlConnection connection, IdProtection ids) {
        this.connection = connection;
        this.ids = ids;
    }

    /// @param today since when somebody is elsewhere whose row does not say
    Uni<Enrolled> enrol(List<RosterRow> rows, LocalDate today) {
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
                .chain(sorted -> write(sorted, today));
    }

    /// What is to be done with each entry.
    private static final class Sorted {
        private final List<RosterEntry> added = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private final List<Integer> mismatched = new ArrayList<>();
        private int unchanged;
    }

    private record Change(RosterEntry entry, Known known) {
        boolean isMove() {
            return !known.division().equals(entry.row().division());
        }
    }

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

    private Uni<Enrolled> write(Sorted sorted, LocalDate today) {
        Set<Integer> touched = new HashSet<>();
        Set<Integer> facts = new HashSet<>();
        Set<Integer> moved = new HashSet<>();
        for (Change change : sorted.changed) {
            touched.add(change.known().id());
            if (!change.known().hasFactsOf(change.entry())) facts.add(change.known().id());
            if (change.isMove()) moved.add(change.known().id());
        }
        Tuple changes = new Columns<>(sorted.changed).ints(change -> change.known().id()).tuple();
        List<RosterEntry> changed = sorted.changed.stream().map(Change::entry).toList();
        Tuple changing = RosterEntry.columns(changed).addValue(changes.getValue(0));
        return add(sorted.added)
                .invoke(touched::addAll)
                .chain(() -> run(CHANGE, changed, changing))
                .chain(() -> new MoveWriter(connection).write(moves(sorted.changed), today))
                .replaceWith(() ->
                        new Enrolled(
                                sorted.added.size(),
                                sorted.changed.size(),
                                sorted.unchanged,
                                touched,
                                facts,
                                moved,
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

    private static List<Move> moves(List<Change> changes) {
        return changes.stream()
                .filter(Change::isMove)
                .map(change -> {
                    RosterRow row = change.entry().row();
                    Known known = change.known();
                    return new Move(
                            known.id(), known.division(), row.division(), row.divisionSince());
                })
                .toList();
    }

    private Uni<Void> run(String sql, List<?> rows, Tuple tuple) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }
}
