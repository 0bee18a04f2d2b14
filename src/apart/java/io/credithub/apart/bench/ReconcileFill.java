package io.credithub.apart.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Tally;
import io.credithub.store.sql.SumBytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Fills the tables of the hub with a [ReconcileProvince], past the hub: a run reads tables, and
/// does not care how they came to be. Written are what runs read of: teachers, their standings and
/// records, deliveries, findings, cells; of the ledger the lines of what was withdrawn only.
final class ReconcileFill {
    private static final int CYCLE = 2022;
    private static final int MONTHS = 12;

    /// Deliveries are counted from September on, which is the first.
    private static final int BEFORE = 8;

    private final Connection owner;
    private final ReconcileProvince province;
    private final Policy policy;
    private final int policyNo;
    private final ReconcileRows rows;
    private final StringBuilder findings = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder rejections = new StringBuilder();
    private final StringBuilder withdrawn = new StringBuilder();
    private final StringBuilder entries = new StringBuilder();

    /// @param owner who may write what the hub may not
    /// @param policyNo of the policy, in the registry
    ReconcileFill(Connection owner, ReconcileProvince province, Policy policy, int policyNo) {
        this.owner = owner;
        this.province = province;
        this.policy = policy;
        this.policyNo = policyNo;
        this.rows = new ReconcileRows(province, policyNo);
    }

    void fill() throws SQLException {
        for (String feed : ReconcileRows.FEEDS) {
            run("insert into feed (code) values ('%s') on conflict do nothing".formatted(feed));
        }
        titles();
        deliveries();
        new ReconcileTeachers(owner, province).fill();
        standings();
        records();
        beside();
        sums();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void titles() throws SQLException {
        run(
                """
                insert into programme_family (core)
                select '项目' || n from generate_series(1, %1$d) n;
                insert into programme (normal, name) select '项目' || n, '项目' || n
                from generate_series(1, %1$d) n\
                """
                        .formatted(ReconcileRows.families()));
    }

    /// Each feed's first, in 2022, so that none is new; one for each month; and a late one.
    private void deliveries() throws SQLException {
        run(
                """
                insert into delivery (id, feed_id, reference, sha256, bytes, charset, head,
                    mapping_digest, chunks, chunks_done, received, landed_at, finished_at)
                overriding system value
                select n * 4 + f.no, x.id, 'bench', sha256((n * 4 + f.no)::text::bytea), 1, 'UTF-8',
                    '', '00', 1, 1, 0, t.at, t.at
                from unnest(array['%s']) with ordinality f (code, no) join feed x using (code)
                cross join generate_series(0, %d) n
                cross join lateral (select case n when 0 then timestamptz '2022-01-01'
                    when %d then timestamptz '2026-11-20'
                    else timestamptz '2025-09-28' + n * interval '1 month' end as at) t;
                select setval(pg_get_serial_sequence('delivery', 'id'), max(id)) from delivery\
                """
                        .formatted(
                                String.join("','", ReconcileRows.FEEDS), MONTHS + 1, MONTHS + 1));
    }

    private CopyIn copy(String into) throws SQLException {
        return owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    private static void write(CopyIn copy, String line) throws SQLException {
        byte[] bytes = line.getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void standings() throws SQLException {
        CopyIn copy =
                copy(
                        "standing (teacher_id, cycle, policy_id, entries, earned, recognised,"
                                + " missing, qualified, tally, counts)");
        for (int teacher = 1; teacher <= province.teachers(); teacher++) {
            Tally tally = Tally.empty(policy, CYCLE);
            int[] counts = new int[ReconcileRows.FEEDS.length * Tally.YEARS];
            int entries = 0;
            long earned = 0;
            for (int slot = 0; slot < ReconcileProvince.RECORDS_EACH; slot++) {
                ReconcileKind kind = province.kind(teacher, slot);
                if (!kind.isInForce()) continue;
                Facts facts = facts(teacher, slot);
                long credits = credits(teacher, slot);
                tally.addRows(policy.split(facts, new Credits(credits)), ReconcileRows.YEAR, 1);
                counts[rows.feed(teacher, slot, kind) * Tally.YEARS + ReconcileRows.YEAR - CYCLE]++;
                entries++;
                earned += credits;
            }
            write(
                    copy,
                    "%d\t%d\t%d\t%d\t%d\t%d\t0\tf\t\\\\x%s\t\\\\x%s\n"
                            .formatted(
                                    teacher,
                                    CYCLE,
                                    policyNo,
                                    entries,
                                    earned,
                                    earned,
                                    hex(SumBytes.of(tally.toArray()).getBytes()),
                                    hex(SumBytes.of(counts).getBytes())));
        }
        copy.endCopy();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private boolean isResult(int teacher, int slot) {
        return slot == ReconcileProvince.RECORDS_EACH - 1 && province.isCapped(teacher);
    }

    private long credits(int teacher, int slot) {
        if (isResult(teacher, slot)) return ReconcileRows.RESULT;
        return slot == 0 ? ReconcileRows.FIRST : ReconcileRows.OTHER;
    }

    private Facts facts(int teacher, int slot) {
        LocalDate day = rows.completedOn(teacher, slot, ReconcileKind.CLEAN);
        if (isResult(teacher, slot)) {
            Training paper = new Training.SelfDirected("PAPER", null, null, null, null);
            return new Facts(Level.PROVINCE, paper, List.of(), day);
        }
        return slot == 0
                ? new Facts(
                        Level.PROVINCE,
                        new Training.Course(Form.CENTRALISED, 4_000, Grade.EXCELLENT, null),
                        List.of("ETHICS"),
                        day)
                : new Facts(
                        Level.CITY,
                        new Training.Course(Form.ONLINE, 2_000, Grade.EXCELLENT, null),
                        List.of(),
                        day);
    }

    /// Delivery by delivery, as records come; beside them why they wait, what was found of them,
    /// what was taken back.
    private void records() throws SQLException {
        CopyIn copy = copy("completion (" + ReconcileRows.COLUMNS + ")");
        int position = 0;
        for (int month = 1; month <= MONTHS + 1; month++) {
            for (int teacher = 1; teacher <= province.teachers(); teacher++) {
                for (int slot = 0; slot < ReconcileProvince.RECORDS_EACH; slot++) {
                    ReconcileKind kind = province.kind(teacher, slot);
                    if (month(teacher, slot, kind) != month) continue;
                    FilledPlace place =
                            new FilledPlace(
                                    rows.key(teacher, slot, kind),
                                    rows.id(teacher, slot),
                                    delivery(month, rows.feed(teacher, slot, kind)),
                                    ++position);
                    if (kind != ReconcileKind.UNKNOWN_CODE) {
                        write(copy, rows.line(teacher, slot, kind, place.delivery, place.position));
                    }
                    note(teacher, slot, kind, place);
                }
            }
        }
        copy.endCopy();
    }

    private int month(int teacher, int slot, ReconcileKind kind) {
        if (kind == ReconcileKind.LATE) return MONTHS + 1;
        LocalDate day = rows.completedOn(teacher, slot, kind);
        return (day.getYear() - ReconcileRows.YEAR) * MONTHS + day.getMonthValue() - BEFORE;
    }

    private static long delivery(int month, int feed) {
        return (long) month * ReconcileRows.FEEDS.length + feed + 1;
    }

    private record FilledPlace(UUID key, String id, long delivery, int position) {}

    private void note(int teacher, int slot, ReconcileKind kind, FilledPlace place) {
        switch (kind) {
            case NOT_THE_PERSON -> {
                finding(place, FindingCode.NOT_THE_PERSON.code(), "/teacher/name", "王岩");
                waiting.append(
                        "%s\t1\t%s\n".formatted(place.key, ReconcileTeachers.number(teacher)));
            }
            case UNKNOWN_TEACHER -> waiting.append("%s\t1\t\\N\n".formatted(place.key));
            case UNKNOWN_CODE -> {
                String code = FindingCode.UNKNOWN_CODE.code();
                finding(place, code, "/level", "X9");
                rejections.append("%d\t%d\t%s\n".formatted(place.delivery, place.position, code));
            }
            case WITHDRAWN -> {
                int late = Math.toIntExact(delivery(MONTHS + 1, rows.feed(teacher, slot, kind)));
                withdrawn.append(
                        "%s\t2\t%d\t4\t0\t0\t%s\t%d\t%d\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t%s\n"
                                .formatted(
                                        place.key,
                                        rows.feed(teacher, slot, kind) + 1,
                                        UUID.nameUUIDFromBytes(place.id.getBytes(UTF_8)),
                                        late,
                                        place.position,
                                        place.id));
                entries.append(
                        "%d\t1\t%d\t%s\t1\t1\t%d\t%d\t0\t%d\t%d\t0\t1\n"
                                .formatted(
                                        place.position,
                                        teacher,
                                        place.key,
                                        ReconcileRows.YEAR,
                                        policyNo,
                                        ReconcileRows.OTHER,
                                        ReconcileRows.OTHER));
            }
            default -> {}
        }
    }

    private void finding(FilledPlace place, String code, String field, String value) {
        findings.append(
                "%d\t%d\t%s\t%s\t%s\t%s\n"
                        .formatted(place.delivery, place.position, place.id, code, field, value));
    }

    private void beside() throws SQLException {
        all("finding (delivery_id, position, record_id, code, field, value)", findings);
        all("waiting (record_key, version_no, teacher_no_hash)", waiting);
        all("rejection (delivery_id, position, codes)", rejections);
        all(
                "completion (record_key, version_no, feed_id, state, version_rank, version_value,"
                        + " content, delivery_id, position, hours, credits, experience, quality,"
                        + " school_year, policy_id, rule, level, form, grade, evidence, record_id)",
                withdrawn);
        all(
                "ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,"
                        + " school_year, policy_id, rule, credits, experience, quality, reason)",
                entries);
    }

    private void all(String into, StringBuilder lines) throws SQLException {
        CopyIn copy = copy(into);
        write(copy, lines.toString());
        copy.endCopy();
    }

    private void sums() throws SQLException {
        run(cells(ReconcileRows.YEAR));
        run("vacuum (analyze)");
    }

    private static String cells(int year) {
        return """
        insert into reconciliation_cell (feed_id, division_code, school_year, posted, aside,
            held, posted_hours, aside_hours, held_hours, posted_credits, persons)
        select c.feed_id, t.answering_division, c.school_year,
            count(*) filter (where c.state = 1), count(*) filter (where c.state = 2),
            count(*) filter (where c.state = 6),
            coalesce(sum(c.hours) filter (where c.state = 1), 0),
            coalesce(sum(c.hours) filter (where c.state = 2), 0),
            coalesce(sum(c.hours) filter (where c.state = 6), 0),
            coalesce(sum(c.credits) filter (where c.state = 1), 0),
            count(distinct c.teacher_id) filter (where c.state = 1)
        from completion c join teacher t on t.id = c.teacher_id
        where c.school_year = %1$d and c.state in (1, 2, 6) group by 1, 2, 3;
        insert into reconciliation_cell (feed_id, division_code, school_year, persons)
        select 0, t.answering_division, %1$d, count(*)
        from standing s join teacher t on t.id = s.teacher_id group by 2\
        """
                .formatted(year);
    }
}
