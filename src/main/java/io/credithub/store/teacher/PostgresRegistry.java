package io.credithub.store.teacher;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.teacher.Registry;
import io.credithub.store.completion.CauseRows;
import io.credithub.store.completion.CompletionRows;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A teacher's file by three questions, each answered from an index: who, what, and the sums.
@ApplicationScoped
public class PostgresRegistry implements Registry {
    /// Of `teacher t`; `$3` is the instant before which things were known, or null.
    public static final String TEACHER_COLUMNS =
            """
            t.id, t.teacher_no, t.name, t.id_masked, t.school_code, t.school_name,
                t.home_school_code, t.division_code, t.answering_division, t.status, t.confirmed_on,
                t.transferred_on, t.home_division_code, t.left_on, %s, %s\
            """
                    .formatted(ResidenceRows.COLUMN, GrantRows.granted("$3"));

    /// Of the number `$1`, where they are in sight of the divisions that begin with `$2`.
    public static final String TEACHER =
            """
            select %s
            from teacher t where t.id = %s
                and (starts_with(t.answering_division, $2) or starts_with(t.division_code, $2))\
            """
                    .formatted(TEACHER_COLUMNS, IdentityRows.HOLDER);

    /// The lines of one teacher are few, and each finds its content by primary key: `offset 0`
    /// keeps the planner from joining the whole tables while they are not analysed yet.
    public static final String LINES =
            """
            select e.seq, e.block_no, b.posted_at, e.kind, e.school_year as posted_year,
                e.policy_id as posted_policy, e.rule as posted_rule, e.credits as posted_credits,
                e.experience as posted_experience, e.quality as posted_quality,
                c.*, p.name as programme, f.code as feed,
                coalesce((select k.chunk_no from chunk k where k.delivery_id = c.delivery_id
                    and k.first_position <= c.position order by k.chunk_no desc limit 1), 0)
                    as chunk_no,
                (select coalesce(d.replay_of, d.id) from delivery d where d.id = c.delivery_id)
                    as landed_in,
                exists (select from completion w where w.record_key = c.record_key and w.state = 4)
                    as withdrawn,
                a.*, %s
            from ledger_entry e
            join ledger_block b on b.no = e.block_no
            cross join lateral (select * from completion c
                where c.record_key = e.record_key and c.version_no = e.version_no offset 0) c
            join programme p on p.id = c.programme_id
            join feed f on f.id = c.feed_id
            %s
            %s
            """
                    .formatted(CauseRows.COLUMNS, CauseRows.JOIN, AdjustedLines.JOIN);

    /// Of the teacher `$1` and the school years `$2` to `$3`.
    public static final String LEDGER =
            LINES
                    + """
                    where e.teacher_id = $1 and e.kind in (1, 2) and e.school_year between $2 and $3
                    order by e.seq\
                    """;

    private static final String STANDINGS =
            "select cycle, policy_id, tally from standing where teacher_id = $1";

    private final Pool pool;

    PostgresRegistry(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<RegisteredTeacher>> find(
            String teacherNo, Jurisdiction within, @Nullable Instant before) {
        OffsetDateTime end = before == null ? null : before.atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(TEACHER)
                .execute(Tuple.of(teacherNo, within.prefix(), end))
                .map(rows -> stream(rows).map(PostgresRegistry::teacher).findFirst());
    }

    @Override
    public Uni<List<LedgerLine>> ledger(int number, int firstYear, int lastYear) {
        return pool.preparedQuery(LEDGER)
                .execute(Tuple.of(number, Narrow.toShort(firstYear), Narrow.toShort(lastYear)))
                .map(rows -> stream(rows).map(PostgresRegistry::line).toList());
    }

    @Override
    public Uni<Map<Integer, Kept>> standings(int number) {
        return pool.preparedQuery(STANDINGS)
                .execute(Tuple.of(number))
                .map(rows -> {
                    Map<Integer, Kept> kept = new HashMap<>();
                    for (Row row : rows) {
                        kept.put(
                                row.getInteger("cycle"),
                                new Kept(row.getInteger("policy_id"), AccountRows.tally(row)));
                    }
                    return kept;
                });
    }

    /// @param row of [#TEACHER_COLUMNS]
    public static RegisteredTeacher teacher(Row row) {
        Profile profile =
                new Profile(
                        row.getString("teacher_no"),
                        row.getString("name"),
                        row.getString("id_masked"),
                        row.getString("school_code"),
                        row.getString("school_name"),
                        row.getString("home_school_code"),
                        row.getString("division_code"),
                        row.getString("status"),
                        row.getLocalDate("confirmed_on"),
                        row.getLocalDate("transferred_on"),
                        row.getString("home_division_code"),
                        row.getLocalDate("left_on"));
        return new RegisteredTeacher(
                row.getInteger("id"),
                profile,
                AccountRows.facts(row),
                ResidenceRows.residences(row));
    }

    /// @param row of [#LINES]
    public static LedgerLine line(Row row) {
        LineAmounts amounts =
                new LineAmounts(
                        new Credits(row.getInteger("posted_credits")),
                        new Credits(row.getInteger("posted_experience")),
                        new Credits(row.getInteger("posted_quality")));
        return new LedgerLine(
                row.getLong("seq"),
                row.getLong("block_no"),
                RowReading.instant(row, "posted_at"),
                kind(row.getInteger("kind")),
                row.getInteger("posted_year"),
                row.getInteger("posted_policy"),
                row.getInteger("posted_rule"),
                amounts,
                CompletionRows.facts(row),
                row.getString("programme"),
                origin(row),
                CauseRows.why(row),
                AdjustedLines.adjustment(row));
    }

    private static RecordOrigin origin(Row row) {
        return new RecordOrigin(
                row.getString("feed"),
                row.getString("record_id"),
                row.getLong("landed_in"),
                row.getInteger("chunk_no"),
                row.getInteger("position"),
                row.getInteger("version_no"),
                VersionState.of(row.getInteger("state")),
                row.getBoolean("withdrawn"),
                credits(row.getInteger("source_credits")),
                replay(row));
    }

    private static @Nullable Long replay(Row row) {
        Long delivery = row.getLong("delivery_id");
        return delivery.equals(row.getLong("landed_in")) ? null : delivery;
    }

    public static LedgerEntry.EntryKind kind(int code) {
        for (LedgerEntry.EntryKind kind : LedgerEntry.EntryKind.values())
            if (kind.code() == code) return kind;
        throw new IllegalStateException("no kind of entry " + code);
    }

    private static @Nullable Credits credits(@Nullable Integer hundredths) {
        return hundredths == null ? null : new Credits(hundredths);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
