package io.credithub.store;

import io.credithub.domain.ledger.Group;
import io.credithub.domain.ledger.Version;
import io.credithub.flow.Account;
import io.credithub.flow.ChunkRef;
import io.credithub.flow.Enrolled;
import io.credithub.flow.IdProtection;
import io.credithub.flow.Pen.Found;
import io.credithub.flow.Pen.Held;
import io.credithub.flow.Pen.Resolved;
import io.credithub.flow.Posting;
import io.credithub.flow.RosterRow;
import io.credithub.flow.TeacherKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// The registry during one transaction under the pen. Every question is one statement, whatever the
/// size of the set.
final class HeldPen implements Held {
    private static final String TEACHERS_BY_NUMBER =
            """
            select t.teacher_no, t.id from unnest($1::text[]) as k (no)
            join teacher t on t.teacher_no = k.no\
            """;

    private static final String TEACHERS_BY_DOCUMENT =
            """
            select t.id_hash, t.id from unnest($1::uuid[]) as k (hash)
            join teacher t on t.id_hash = k.hash\
            """;

    private static final String CONTENTS =
            "select c.* from unnest($1::uuid[]) as k (key) join completion c on c.record_key ="
                    + " k.key";

    private static final String COPIES =
            """
            with training as (
                select * from unnest($1::int4[], $2::int4[], $3::date[], $4::int2[])
                    as g (teacher_id, programme_id, completed_on, level))
            select c.* from training join completion c
                using (teacher_id, programme_id, completed_on, level) where c.state = 1
            union all
            select c.* from training join completion c
                using (teacher_id, programme_id, completed_on, level) where c.state = 2\
            """;

    private static final String RESOLVE_WAITING =
            """
            with arrived as (
                select t.id, t.number_hash, t.id_hash
                from unnest($1::int4[]) as k (id) join teacher t using (id)),
            found as (
                select distinct on (record_key, version_no) record_key, version_no, id from (
                    select w.record_key, w.version_no, a.id, 1 as precedence
                    from arrived a join waiting w on w.teacher_no_hash = a.number_hash
                    union all
                    select w.record_key, w.version_no, a.id, 2
                    from arrived a join waiting w on w.id_hash = a.id_hash) as both_ways
                order by record_key, version_no, precedence),
            gone as (delete from waiting w using found f
                where w.record_key = f.record_key and w.version_no = f.version_no)
            select * from found\
            """;

    /// What a pen needs beside its connection.
    record Surroundings(FeedNumbers feeds, IdProtection ids) {}

    private final SqlConnection connection;
    private final FeedNumbers feeds;
    private final IdProtection ids;
    private final LedgerHead head;
    private final boolean rehearsal;

    HeldPen(SqlConnection connection, Surroundings around, LedgerHead head, boolean rehearsal) {
        this.connection = connection;
        this.feeds = around.feeds();
        this.ids = around.ids();
        this.head = head;
        this.rehearsal = rehearsal;
    }

    @Override
    public Uni<Found> teachers(Collection<TeacherKeys> keys) {
        List<TeacherKeys> numbered = keys.stream().filter(k -> k.number() != null).toList();
        List<TeacherKeys> documented = keys.stream().filter(k -> k.documentHash() != null).toList();
        Tuple numbers = new Columns<>(numbered).texts(TeacherKeys::number).tuple();
        Tuple documents = new Columns<>(documented).uuids(TeacherKeys::documentHash).tuple();
        return ask(TEACHERS_BY_NUMBER, numbers)
                .map(rows -> byKey(rows, row -> row.getString(0)))
                .chain(byNumber ->
                        ask(TEACHERS_BY_DOCUMENT, documents)
                                .map(rows -> byKey(rows, row -> row.getUUID(0)))
                                .map(byDocument -> new Found(byNumber, byDocument)));
    }

    private static <K> Map<K, Integer> byKey(RowSet<Row> rows, Function<Row, K> key) {
        Map<K, Integer> teachers = HashMap.newHashMap(rows.size());
        for (Row row : rows) teachers.put(key.apply(row), row.getInteger("id"));
        return teachers;
    }

    @Override
    public Uni<List<Version>> contents(Collection<UUID> records) {
        Tuple keys = new Columns<>(List.copyOf(records)).uuids(key -> key).tuple();
        return ask(CONTENTS, keys).map(this::versions);
    }

    @Override
    public Uni<List<Version>> copies(Collection<Group> trainings) {
        Tuple groups =
                new Columns<>(List.copyOf(trainings))
                        .ints(Group::teacher)
                        .ints(Group::programme)
                        .dates(Group::completedOn)
                        .shorts(group -> group.level().code())
                        .tuple();
        return ask(COPIES, groups).map(this::versions);
    }

    private List<Version> versions(RowSet<Row> rows) {
        List<Version> versions = new ArrayList<>(rows.size());
        for (Row row : rows) versions.add(CompletionRows.version(row, feeds));
        return versions;
    }

    @Override
    public Uni<List<Account>> accounts(Collection<Integer> teachers) {
        Tuple ids = new Columns<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return ask(AccountRows.SELECT, ids).map(AccountRows::accounts);
    }

    @Override
    public Uni<List<Resolved>> resolveWaiting(Collection<Integer> teachers) {
        Tuple ids = new Columns<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return ask(RESOLVE_WAITING, ids).map(HeldPen::resolved);
    }

    private static List<Resolved> resolved(RowSet<Row> rows) {
        List<Resolved> resolved = new ArrayList<>(rows.size());
        for (Row row : rows) {
            resolved.add(
                    new Resolved(
                            row.getUUID("record_key"),
                            row.getShort("version_no"),
                            row.getInteger("id")));
        }
        return resolved;
    }

    @Override
    public Uni<Enrolled> enrol(List<RosterRow> rows) {
        return new RosterWriter(connection, ids).enrol(rows);
    }

    @Override
    public Uni<Boolean> isOpen(ChunkRef chunk) {
        if (rehearsal) return Uni.createFrom().item(true);
        return ask(
                        "select done from chunk where delivery_id = $1 and chunk_no = $2",
                        Tuple.of(chunk.delivery(), chunk.chunk()))
                .map(rows -> !Objects.requireNonNull(rows.iterator().next().getBoolean(0)));
    }

    @Override
    public Uni<Void> write(Posting posting) {
        return new PostingWriter(connection, head, posting).write();
    }

    private Uni<RowSet<Row>> ask(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }
}
