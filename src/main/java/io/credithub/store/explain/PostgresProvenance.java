package io.credithub.store.explain;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.explain.Provenance;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.RecordOrigin;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.completion.CauseRows;
import io.credithub.store.completion.CompletionRows;
import io.credithub.store.completion.ContentQueries;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.delivery.PostgresChunks;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.PostgresRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A line of the ledger with what lies behind it, in one snapshot: a few questions, each answered
/// from an index.
@ApplicationScoped
public class PostgresProvenance implements Provenance {
    private static final String ONE_MOMENT =
            "set transaction isolation level repeatable read read only";

    private static final String ENTRY =
            """
            select l.*, t.id as holder, t.teacher_no, (select matching from ledger_head) as matching
            from (%s where e.seq = $1) l
            join ledger_entry o on o.seq = l.seq join teacher t on t.id = o.teacher_id
            where starts_with(t.answering_division, $2) or starts_with(t.division_code, $2)\
            """
                    .formatted(PostgresRegistry.LINES);

    private static final String CONTENTS =
            "select %s from completion c %s where c.record_key = $1 order by c.version_no"
                    .formatted(ContentQueries.COLUMNS, ContentQueries.TITLE);

    /// What counts, and what is set aside or held for it: `$2` is one of them, of the teacher `$1`.
    private static final String COPIES =
            """
            select %s from completion c %s
            where c.teacher_id = $1 and c.%s and $2::uuid in (c.record_key, c.peer)\
            """
                    .formatted(ContentQueries.COLUMNS, ContentQueries.TITLE, FamilyRows.PLACED);

    /// Of this teacher only: what a corrected record earns somebody else is not told.
    private static final String ENTRIES =
            """
            select e.seq, e.record_key, e.version_no, e.kind, e.credits, b.posted_at, %s
            from ledger_entry e join ledger_block b on b.no = e.block_no
            %s
            where e.teacher_id = $1 and e.kind in (1, 2) order by e.seq\
            """
                    .formatted(CauseRows.COLUMNS, CauseRows.JOIN);

    private static final String DELIVERED =
            """
            select o.id, o.feed_id, o.reference, o.sha256, o.sha256_sealed, o.landed_at, o.stated_at,
                d.mapping_digest, d.landed_at as read_at, o.charset, o.head, o.head_key, k.chunk_no,
                k.first_position, k.records, k.payload, k.payload_key, k.erased
            from delivery d join delivery o on o.id = coalesce(d.replay_of, d.id)
            join chunk k on k.delivery_id = o.id
            where d.id = $1 and k.chunk_no = $2\
            """;

    private final Pool pool;
    private final FeedNumbers numbers;
    private final Sealed sealed;

    PostgresProvenance(Pool pool, FeedNumbers numbers, Sealing sealing) {
        this.sealed = new Sealed(sealing);
        this.pool = pool;
        this.numbers = numbers;
    }

    @Override
    public Uni<Optional<PostedEntry>> find(long seq, Jurisdiction within) {
        return numbers.learned()
                .chain(() ->
                        pool.withTransaction(connection ->
                                connection
                                        .query(ONE_MOMENT)
                                        .execute()
                                        .chain(() ->
                                                new ProvenanceMoment(connection)
                                                        .find(seq, within))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> found.map(this::posted));
    }

    /// What was read, before it is made sense of.
    private record ProvenanceRows(
            Row entry,
            RowSet<Row> contents,
            RowSet<Row> copies,
            RowSet<Row> entries,
            Row delivered) {}

    private PostedEntry posted(ProvenanceRows rows) {
        List<RecordVersion> contents = versions(rows.contents);
        List<RecordVersion> copies = versions(rows.copies);
        Set<UUID> concerned = new HashSet<>();
        for (RecordVersion version : contents) concerned.add(version.copy().key());
        for (RecordVersion version : copies) concerned.add(version.copy().key());
        List<Related> all = stream(rows.entries).map(PostgresProvenance::related).toList();
        UUID record = rows.entry.getUUID("record_key");
        for (Related one : all) {
            Instead instead = one.why().instead();
            if (one.record().equals(record) && instead != null) {
                concerned.add(instead.cause().record());
            }
        }
        return new PostedEntry(
                rows.entry.getString("teacher_no"),
                PostgresRegistry.line(rows.entry),
                contents,
                copies,
                all.stream().filter(entry -> concerned.contains(entry.record())).toList(),
                delivered(rows.delivered),
                rows.entry.getLong("matching"));
    }

    private List<RecordVersion> versions(RowSet<Row> rows) {
        return stream(rows).map(row -> CompletionRows.version(row, numbers)).toList();
    }

    private static Related related(Row row) {
        return new Related(
                row.getLong("seq"),
                row.getUUID("record_key"),
                row.getInteger("version_no"),
                PostgresRegistry.kind(row.getInteger("kind")),
                new Credits(row.getInteger("credits")),
                RowReading.instant(row, "posted_at"),
                CauseRows.why(row));
    }

    private Delivered delivered(Row row) {
        Slice slice =
                new Slice(
                        row.getInteger("chunk_no"),
                        row.getLong("first_position"),
                        row.getInteger("records"),
                        sealed.payload(row, row.getLong("id"), row.getInteger("chunk_no")),
                        PostgresChunks.erased(row));
        return new Delivered(
                row.getLong("id"),
                sealed.reference(row),
                sealed.sha256(row),
                RowReading.instant(row, "landed_at"),
                RowReading.instant(row, "read_at"),
                RowReading.instantOrNull(row, "stated_at"),
                row.getString("mapping_digest"),
                row.getString("charset"),
                sealed.head(row),
                slice);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /// One snapshot. The questions go one after the other, since they share its connection.
    private static final class ProvenanceMoment {
        private final SqlConnection connection;

        ProvenanceMoment(SqlConnection connection) {
            this.connection = connection;
        }

        Uni<Optional<ProvenanceRows>> find(long seq, Jurisdiction within) {
            return ask(ENTRY, Tuple.of(seq, within.prefix()))
                    .chain(found ->
                            found.size() == 0
                                    ? Uni.createFrom().item(Optional.empty())
                                    : behind(found.iterator().next()).map(Optional::of));
        }

        private Uni<ProvenanceRows> behind(Row entry) {
            RecordOrigin origin = PostgresRegistry.line(entry).origin();
            return Uni.combine()
                    .all()
                    .unis(
                            ask(CONTENTS, Tuple.of(entry.getUUID("record_key"))),
                            ask(COPIES, copies(entry)),
                            ask(ENTRIES, Tuple.of(entry.getInteger("holder"))),
                            ask(DELIVERED, Tuple.of(origin.countedIn(), origin.chunk())))
                    .usingConcurrencyOf(1)
                    .with((contents, copies, entries, delivered) ->
                            new ProvenanceRows(
                                    entry, contents, copies, entries, delivered.iterator().next()));
        }

        private static Tuple copies(Row entry) {
            UUID counts = entry.getUUID("peer");
            return Tuple.of(
                    entry.getInteger("teacher_id"),
                    counts == null ? entry.getUUID("record_key") : counts);
        }

        private Uni<RowSet<Row>> ask(String sql, Tuple parameters) {
            return connection.preparedQuery(sql).execute(parameters);
        }
    }
}
