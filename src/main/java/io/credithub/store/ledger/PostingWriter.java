package io.credithub.store.ledger;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.PersonSet;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.store.completion.CompletionRows;
import io.credithub.store.completion.PriceRows;
import io.credithub.store.delivery.RejectionRows;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Writes a posting as sets: about a dozen statements, whatever the number of records, sent without
/// waiting in between. Rows go in key order, so that neighbours in an index are written together.
final class PostingWriter {
    private static final Comparator<RecordVersion> BY_KEY =
            Comparator.comparing(version -> version.copy().key(), UnsignedOrder::compare);

    private static final ArrayColumns CHANGES =
            ArrayColumns.of(
                    "record_key uuid",
                    "version_no int4",
                    "state int2",
                    "teacher_id int4",
                    "version_value int8",
                    "version_rank int2",
                    "hold int2",
                    "peer uuid",
                    "match_rule int2",
                    "ruling int2",
                    "family int4");

    private static final String CHANGE =
            """
            update completion c set %s from (select %s) n
            where c.record_key = n.record_key and c.version_no = n.version_no\
            """
                    .formatted(CHANGES.assignments(2), CHANGES.rows());

    private static final String WAIT =
            """
            insert into waiting (record_key, version_no, teacher_no_hash, id_hash, name, birth_date)
            select * from unnest($1::uuid[], $2::int4[], $3::uuid[], $4::uuid[], $5::text[],
                $6::date[])
            on conflict do nothing\
            """;

    private static final String STOP_WAITING =
            """
            delete from waiting w using unnest($1::uuid[], $2::int4[]) as n (record_key, version_no)
            where w.record_key = n.record_key and w.version_no = n.version_no\
            """;

    private static final String FIND =
            """
            with fresh as (
                select n.*, d.findings_kept
                    + row_number() over (partition by n.delivery order by n.place) as nth
                from unnest($1::int8[], $2::int8[], $3::text[], $4::text[], $5::text[],
                    $6::text[]) with ordinality
                    as n (delivery, position, record, code, field, value, place)
                join delivery d on d.id = n.delivery
                where not exists (select from finding f where f.delivery_id = n.delivery
                    and f.position = n.position and f.code = n.code and f.field = n.field)),
            kept as (
                insert into finding (delivery_id, position, record_id, code, field, value)
                select delivery, position, record, code, field, value from fresh
                where nth <= $7::int8),
            counts as (
                select delivery, count(*) filter (where nth <= $7::int8) as kept,
                    count(*) filter (where nth > $7::int8) as more
                from fresh group by delivery)
            update delivery d set findings_kept = d.findings_kept + c.kept,
                findings_more = d.findings_more + c.more
            from counts c where d.id = c.delivery\
            """;

    private static final String FINISH =
            """
            update chunk set done = true, persons = $3
            where delivery_id = $1 and chunk_no = $2 and not done\
            """;

    private final SqlConnection connection;
    private final BatchSender sets;
    private final LedgerHead head;
    private final Posting posting;

    PostingWriter(SqlConnection connection, LedgerHead head, Posting posting) {
        this.connection = connection;
        this.sets = new BatchSender(connection);
        this.head = head;
        this.posting = posting;
    }

    /// Fails with a violated unique index if the registry holds one of the records. A plain insert,
    /// since `on conflict do nothing` costs several microseconds more a row, and whoever presumes
    /// news is seldom wrong.
    static Uni<Void> add(SqlConnection connection, List<RecordVersion> contents) {
        List<RecordVersion> added = contents.stream().sorted(BY_KEY).toList();
        return new BatchSender(connection)
                .send(CompletionRows.INSERT, added, CompletionRows::tuple)
                .chain(() -> InstantRows.note(connection, contents));
    }

    /// Everything goes out at once, in an order that the constraints allow at every step.
    ///
    /// @param contentsAreIn called when the contents are written and the rest is not yet
    /// @return the head of the ledger afterwards
    Uni<LedgerHead> write(Runnable contentsAreIn) {
        SumsWriter sums = new SumsWriter(connection, posting);
        LedgerWriter ledger =
                LedgerWriter.of(connection, head, posting.occasion(), posting.entries());
        LedgerHead moved = ledger.moved();
        List<Uni<Void>> statements = new ArrayList<>();
        statements.add(contents().invoke(contentsAreIn));
        statements.add(wait(posting.keys()));
        statements.add(stopWaiting());
        statements.addAll(ledger.append(moved));
        statements.addAll(sums.standings());
        statements.add(sums.noteOthers());
        statements.add(sums.cells());
        statements.add(findings());
        statements.addAll(new RejectionRows(connection, posting).statements());
        statements.add(finishChunk());
        statements.add(sums.deliveries());
        return BatchSender.inOneGo(statements).chain(sums::finish).replaceWith(moved);
    }

    /// Out of force goes before into force: at no moment may two contents of a record be in force.
    private Uni<Void> contents() {
        return BatchSender.inOneGo(
                List.of(
                        change(v -> !v.isNew() && v.now() != VersionState.IN_FORCE),
                        change(v -> !v.isNew() && v.now() == VersionState.IN_FORCE),
                        reprice(),
                        insert(),
                        InstantRows.note(connection, posting.versions())));
    }

    private Uni<Void> change(Predicate<RecordVersion> which) {
        List<RecordVersion> changed =
                posting.versions().stream().filter(which).sorted(BY_KEY).toList();
        return sets.send(
                CHANGE,
                changed,
                rows ->
                        new ArrayParameters<>(rows)
                                .uuids(version -> version.copy().key())
                                .ints(RecordVersion::number)
                                .shorts(version -> version.now().code())
                                .intsOrNull(CompletionRows::teacher)
                                .longs(version -> version.order().value())
                                .shorts(version -> version.order().rank().code())
                                .shorts(CompletionRows::hold)
                                .uuids(version -> version.matched().peer())
                                .shorts(CompletionRows::rule)
                                .shorts(version -> version.ruling().code())
                                .intsOrNull(CompletionRows::family)
                                .tuple());
    }

    private Uni<Void> reprice() {
        return sets.send(
                PriceRows.CHANGE,
                posting.versions().stream()
                        .filter(version -> !version.isNew() && version.isRepriced())
                        .sorted(BY_KEY)
                        .toList(),
                PriceRows::tuple);
    }

    private Uni<Void> insert() {
        List<RecordVersion> added =
                posting.versions().stream().filter(RecordVersion::isNew).sorted(BY_KEY).toList();
        return sets.send(CompletionRows.INSERT, added, CompletionRows::tuple);
    }

    /// Superseded ones, too: they count again if what superseded them is corrected.
    private Uni<Void> wait(Map<RecordVersion, TeacherKeys> keys) {
        List<Map.Entry<RecordVersion, TeacherKeys>> newcomers =
                keys.entrySet().stream()
                        .filter(entry -> entry.getKey().teacher() == RecordVersion.NOBODY)
                        .toList();
        return sets.send(
                WAIT,
                newcomers,
                rows ->
                        new ArrayParameters<>(rows)
                                .uuids(newcomer -> newcomer.getKey().copy().key())
                                .ints(newcomer -> newcomer.getKey().number())
                                .uuids(newcomer -> newcomer.getValue().numberHash())
                                .uuids(newcomer -> newcomer.getValue().documentHash())
                                .texts(newcomer -> newcomer.getValue().name())
                                .dates(newcomer -> newcomer.getValue().born())
                                .tuple());
    }

    private Uni<Void> stopWaiting() {
        List<RecordVersion> leavers =
                posting.versions().stream().filter(RecordVersion::isIdentified).toList();
        return sets.send(
                STOP_WAITING,
                leavers,
                rows ->
                        new ArrayParameters<>(rows)
                                .uuids(version -> version.copy().key())
                                .ints(RecordVersion::number)
                                .tuple());
    }

    /// Of the chunk, and of records that came before and have found their teacher. Of each delivery
    /// so many are kept, and the others counted.
    private Uni<Void> findings() {
        List<Posting.LateFinding> told = new ArrayList<>(posting.told());
        Posting.Finished chunk = posting.chunk();
        if (chunk != null) {
            long delivery = chunk.chunk().ref().delivery();
            for (FindingAt one : posting.findings())
                told.add(new Posting.LateFinding(delivery, one));
        }
        return sets.send(
                FIND,
                told,
                remarks ->
                        new ArrayParameters<>(remarks)
                                .longs(Posting.LateFinding::delivery)
                                .longs(remark -> remark.at().position())
                                .texts(remark -> remark.at().recordId())
                                .texts(remark -> remark.at().finding().code().code())
                                .texts(remark -> remark.at().finding().field())
                                .texts(remark -> remark.at().finding().value())
                                .plain(Deliveries.FINDINGS_MAX)
                                .tuple());
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
}
