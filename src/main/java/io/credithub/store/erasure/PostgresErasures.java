package io.credithub.store.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.erasure.Erasures;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.IdentityRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Erasures that were asked for, and what each would do.
@ApplicationScoped
public class PostgresErasures implements Erasures {
    private static final String FIND =
            """
            select t.id, t.teacher_no, t.version, d.divisions from teacher t cross join lateral (
                select array[t.division_code, t.answering_division] as divisions) d
            where t.id = %s\
            """
                    .formatted(IdentityRows.HOLDER);

    /// What loses what it says of the person, and what stays: `+` and `-`.
    private static final String COUNTS =
            """
            with mine as (
                select delivery_id from completion
                where teacher_id = $1 and state in (1, 2, 6, 7))
            select '+records' as what, count(*) as rows from mine
            union all select '+deliveries', count(distinct delivery_id) from mine
            union all select '+formerIdentities', count(*) from former_identity where teacher_id = $1
            union all select '+doubts', count(*) from roster_doubt where teachers && array[$1]
            union all select '+proposals', count(*) from person_act where $1 in (teacher_id, other_id)
            union all select '+exemptions', count(*) from exemption where teacher_id = $1
            union all select '+reservations', count(*) from reservation where teacher_id = $1
            union all select '+certificates', count(*) from certificate where teacher_id = $1
            union all select '-ledgerEntries', count(*) from ledger_entry where teacher_id = $1
            union all select '-standings', count(*) from standing where teacher_id = $1
            union all select '-loans', count(*) from loan where teacher_id = $1
            union all select '-decidedYears', count(*) from decided_year where teacher_id = $1
            union all select '-auditLines', count(*) from audit_entry where teacher_id = $1\
            """;

    private static final String CLAIMS =
            """
            select r.id as recognition_id, r.revision, b.body, b.body_key from recognition r
            join recognition_body b on b.recognition_id = r.id and b.revision = r.revision
            where r.state in ('SUBMITTED', 'RETURNED') and r.division_code = any($1)\
            """;

    private static final String ASK =
            """
            insert into erasure (teacher_id, reason, basis, asked_by) values ($1, $2, $3, $4)
            on conflict (teacher_id) do nothing\
            """;

    private final Pool pool;
    private final Sealing sealing;

    PostgresErasures(Pool pool, Sealing sealing) {
        this.pool = pool;
        this.sealing = sealing;
    }

    @Override
    public Uni<@Nullable Preview> preview(String number) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(number))
                .chain(rows ->
                        rows.size() == 0
                                ? Uni.createFrom().nullItem()
                                : preview(rows.iterator().next()));
    }

    private Uni<Preview> preview(Row row) {
        int teacher = row.getInteger("id");
        String hindrances = ErasingSql.HINDRANCES.replace("$id", Integer.toString(teacher));
        Tuple divisions = Tuple.tuple().addArrayOfString(row.getArrayOfStrings("divisions"));
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(COUNTS).execute(Tuple.of(teacher)),
                        pool.query(hindrances).execute(),
                        pool.preparedQuery(CLAIMS).execute(divisions),
                        asked(teacher))
                .with((counts, against, claims, asked) -> {
                    Set<Hindrance> found = EnumSet.noneOf(Hindrance.class);
                    for (Row one : against) found.add(Hindrance.valueOf(one.getString(0)));
                    if (isIn(claims, row.getString("teacher_no"))) found.add(Hindrance.CLAIM);
                    return preview(row, counts, List.copyOf(found), asked);
                });
    }

    private Preview preview(
            Row row, RowSet<Row> counts, List<Hindrance> found, @Nullable Erasure asked) {
        Map<String, Long> erased = new LinkedHashMap<>();
        Map<String, Long> kept = new LinkedHashMap<>();
        for (Row one : counts) {
            String what = one.getString("what");
            Map<String, Long> side = what.charAt(0) == '+' ? erased : kept;
            side.put(what.substring(1), one.getLong("rows"));
        }
        int teacher = row.getInteger("id");
        String seen = teacher + "/" + row.getInteger("version") + erased + found;
        byte[] keyed = sealing.keyed(seen.getBytes(UTF_8));
        String fingerprint = HexFormat.of().formatHex(keyed, 0, Long.BYTES);
        return new Preview(teacher, erased, kept, found, fingerprint, asked);
    }

    private boolean isIn(RowSet<Row> claims, @Nullable String number) {
        if (number == null) return false;
        Sealed sealed = new Sealed(sealing);
        for (Row row : claims) {
            byte[] body = row.getBuffer("body").getBytes();
            if (row.getValue("body_key") != null) {
                long claim = row.getLong("recognition_id");
                body = sealed.openClaim(Sealed.CLAIM_BODY, claim, row.getInteger("revision"), body);
            }
            if (new String(body, UTF_8).contains("\"" + number + "\"")) return true;
        }
        return false;
    }

    private Uni<@Nullable Erasure> asked(int teacher) {
        return pool.preparedQuery("select * from erasure where teacher_id = $1")
                .execute(Tuple.of(teacher))
                .map(rows -> rows.size() == 0 ? null : erasure(rows.iterator().next()));
    }

    @Override
    public Uni<Erasure> ask(int teacher, String reason, String basis, String by) {
        Tuple row = Tuple.of(teacher, ResidentId.masked(reason), ResidentId.masked(basis), by);
        return pool.preparedQuery(ASK)
                .execute(row)
                .chain(() -> asked(teacher))
                .map(Objects::requireNonNull);
    }

    @Override
    public Uni<List<Erasure>> all() {
        return pool.preparedQuery("select * from erasure order by asked_at desc limit $1")
                .execute(Tuple.of(LISTED_MAX))
                .map(rows -> {
                    List<Erasure> all = new ArrayList<>(rows.size());
                    for (Row row : rows) all.add(erasure(row));
                    return all;
                });
    }

    private static Erasure erasure(Row row) {
        return new Erasure(
                row.getInteger("teacher_id"),
                row.getString("reason"),
                row.getString("basis"),
                RowReading.instant(row, "asked_at"),
                row.getString("asked_by"),
                RowReading.instantOrNull(row, "erased_at"),
                row.getLong("gone_through"),
                RowReading.instantOrNull(row, "finished_at"));
    }
}
