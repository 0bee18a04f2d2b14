package io.credithub.store;

import io.credithub.domain.ledger.State;
import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.Version;
import io.credithub.flow.ChunkRef;
import io.credithub.flow.FindingAt;
import io.credithub.flow.PersonSet;
import io.credithub.flow.Posting;
import io.credithub.flow.TeacherKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Writes a posting as sets: about a dozen statements, whatever the number of records. Rows go in
/// key order, so that neighbours in an index are written together.
final class PostingWriter {
    private static final Comparator<Version> BY_KEY =
            Comparator.comparing(version -> version.copy().key(), UnsignedOrder::compare);

    private static final String CHANGE =
            """
            update completion c set state = n.state, teacher_id = n.teacher_id,
                version_value = n.version_value, version_rank = n.version_rank
            from unnest($1::uuid[], $2::int2[], $3::int2[], $4::int4[], $5::int8[], $6::int2[])
                as n (record_key, version_no, state, teacher_id, version_value, version_rank)
            where c.record_key = n.record_key and c.version_no = n.version_no\
            """;

    private static final String WAIT =
            """
            insert into waiting (record_key, version_no, teacher_no_hash, id_hash)
            select * from unnest($1::uuid[], $2::int2[], $3::uuid[], $4::uuid[])\
            """;

    private static final String STOP_WAITING =
            """
            delete from waiting w using unnest($1::uuid[], $2::int2[]) as n (record_key, version_no)
            where w.record_key = n.record_key and w.version_no = n.version_no\
            """;

    private static final String FIND =
            """
            insert into finding (delivery_id, position, record_id, code, field, value)
            select $6, * from unnest($1::int8[], $2::text[], $3::text[], $4::text[], $5::text[])\
            """;

    private static final String FINISH =
            """
            update chunk set done = true, persons = $3
            where delivery_id = $1 and chunk_no = $2 and not done\
            """;

    private final SqlConnection connection;
    private final LedgerHead head;
    private final Posting posting;

    PostingWriter(SqlConnection connection, LedgerHead head, Posting posting) {
        this.connection = connection;
        this.head = head;
        this.posting = posting;
    }

    Uni<Void> write() {
        SumsWriter sums = new SumsWriter(connection, posting);
        return leaveForce()
                .chain(this::enterForce)
                .chain(this::insert)
                .chain(this::updateWaiting)
                .chain(() -> new LedgerWriter(connection, head).append(posting.entries()))
                .chain(sums::standings)
                .chain(sums::cells)
                .chain(this::findings)
                .chain(this::finishChunk)
                .chain(sums::deliveries);
    }

    /// Out of force first: at no moment may two copies of a training be in force.
    private Uni<Void> leaveForce() {
        return change(v -> !v.isNew() && v.now() != State.IN_FORCE);
    }

    private Uni<Void> enterForce() {
        return change(v -> !v.isNew() && v.now() == State.IN_FORCE);
    }

    private Uni<Void> change(java.util.function.Predicate<Version> which) {
        List<Version> changed = posting.versions().stream().filter(which).sorted(BY_KEY).toList();
        Tuple tuple =
                new Columns<>(changed)
                        .uuids(version -> version.copy().key())
                        .shorts(Version::number)
                        .shorts(version -> version.now().code())
                        .intsOrNull(CompletionRows::teacher)
                        .longs(version -> version.order().value())
                        .shorts(version -> version.order().rank().code())
                        .tuple();
        return run(CHANGE, changed, tuple);
    }

    private Uni<Void> insert() {
        List<Version> added =
                posting.versions().stream().filter(Version::isNew).sorted(BY_KEY).toList();
        return run(CompletionRows.INSERT, added, CompletionRows.tuple(added));
    }

    private Uni<Void> updateWaiting() {
        List<Map.Entry<Version, TeacherKeys>> newcomers = new ArrayList<>();
        posting.keys()
                .forEach((version, keys) -> {
                    if (version.now() == State.WAITING) {
                        newcomers.add(Map.entry(version, keys));
                    }
                });
        List<Version> leavers =
                posting.versions().stream()
                        .filter(v -> v.was() == State.WAITING && v.now() != State.WAITING)
                        .toList();
        Tuple wait =
                new Columns<>(newcomers)
                        .uuids(newcomer -> newcomer.getKey().copy().key())
                        .shorts(newcomer -> newcomer.getKey().number())
                        .uuids(newcomer -> newcomer.getValue().numberHash())
                        .uuids(newcomer -> newcomer.getValue().documentHash())
                        .tuple();
        Tuple leave =
                new Columns<>(leavers)
                        .uuids(version -> version.copy().key())
                        .shorts(Version::number)
                        .tuple();
        return run(WAIT, newcomers, wait).chain(() -> run(STOP_WAITING, leavers, leave));
    }

    private Uni<Void> findings() {
        if (posting.chunk() == null) return Uni.createFrom().voidItem();
        List<FindingAt> remarks = posting.findings();
        Tuple tuple =
                new Columns<>(remarks)
                        .longs(FindingAt::position)
                        .texts(FindingAt::recordId)
                        .texts(remark -> remark.finding().code().code())
                        .texts(remark -> remark.finding().field())
                        .texts(remark -> remark.finding().value())
                        .plain(posting.chunk().chunk().ref().delivery())
                        .tuple();
        return run(FIND, remarks, tuple);
    }

    private Uni<Void> finishChunk() {
        if (posting.chunk() == null) return Uni.createFrom().voidItem();
        ChunkRef ref = posting.chunk().chunk().ref();
        Buffer persons = Buffer.buffer(PersonSet.bytes(posting.chunk().persons()));
        return connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(ref.delivery(), ref.chunk(), persons))
                .replaceWithVoid();
    }

    private Uni<Void> run(String sql, List<?> rows, Tuple tuple) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(sql).execute(tuple).replaceWithVoid();
    }
}
