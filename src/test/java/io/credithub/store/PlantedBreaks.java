package io.credithub.store;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.flow.delivery.Digest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records as matching leaves them, written by hand: one in force of everybody, and beside it what
/// a test plants.
final class PlantedBreaks {
    private static final Digest DIGEST = new Digest();

    private final LawRegistry registry;
    private int teachers;
    private int records;
    private long first;
    private long second;

    PlantedBreaks(LawRegistry registry) {
        this.registry = registry;
    }

    /// Two feeds that began in 2022, each with a delivery of 2 May 2023.
    void begin() throws SQLException {
        teachers = 0;
        records = 0;
        registry.run(
                """
                insert into feed (code) values ('one'), ('two') on conflict do nothing;
                insert into programme_family (core) select 'core' where not exists (
                    select from programme_family);\
                """);
        delivery("one", "2022-01-01");
        delivery("two", "2022-01-01");
        first = delivery("one", "2023-05-02");
        second = delivery("two", "2023-05-02");
    }

    private long delivery(String feed, String day) throws SQLException {
        registry.run(
                """
                insert into delivery (feed_id, reference, sha256, bytes, charset, head,
                    mapping_digest, chunks, received, landed_at)
                select id, 'planted', sha256(gen_random_uuid()::text::bytea), 1, 'UTF-8', '', '00',
                    1, 1, '%s' from feed where code = '%s'\
                """
                        .formatted(day, feed));
        return registry.deliveries().getLast();
    }

    private int feed(String code) throws SQLException {
        return number("select id from feed where code = '" + code + "'");
    }

    private int number(String query) throws SQLException {
        return Integer.parseInt(registry.rows(query).getFirst().replace("|", ""));
    }

    /// Everybody has a record in force, so that nobody is missed.
    private int teacher() throws SQLException {
        int teacher = teacherWithoutRecords();
        record("base-" + teacher, "one", first, teacher);
        return teacher;
    }

    private int teacherWithoutRecords() throws SQLException {
        teachers++;
        registry.run(
                """
                insert into teacher (teacher_no, name, school_code, division_code, status)
                values ('T-%d', '王䶮', 'S-1', '140105', 'ACTIVE');
                insert into reconciliation_cell (feed_id, division_code, school_year, persons)
                values (0, '140105', 2022, 1) on conflict do nothing\
                """
                        .formatted(teachers));
        return number("select max(id) from teacher");
    }

    private void record(String id, String feed, long delivery, @Nullable Integer teacher)
            throws SQLException {
        records++;
        // 40 hours, provincial, centralised, completed on 1 May 2023, reported the day after.
        registry.run(
                """
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, teacher_id, programme_id, family,
                    started_on, completed_on, hours, credits, experience, quality, school_year,
                    policy_id, rule, level, form, grade, evidence, source_credits, record_id)
                values ('%s', 1, %d, 1, 0, 0, gen_random_uuid(), %d, %d, %s, 1, 1, '2023-04-27',
                    '2023-05-01', 4000, 1600, 1600, 0, 2022, 1, 0, 2, 1, 1, 1, 1600, '%s')\
                """
                        .formatted(key(feed, id), feed(feed), delivery, records, teacher, id));
        registry.run(
                """
                insert into reconciliation_cell (feed_id, division_code, school_year, posted)
                values (%d, '140105', 2022, 1)
                on conflict (feed_id, division_code, school_year)
                do update set posted = reconciliation_cell.posted + 1\
                """
                        .formatted(feed(feed)));
    }

    private static UUID key(String feed, String id) {
        return DIGEST.of(feed + '\n' + id);
    }

    void change(String id, String assignments) throws SQLException {
        registry.run("update completion set %s where record_id = '%s'".formatted(assignments, id));
    }

    /// A record of feed two, in force unless said otherwise.
    int plantRecord(String id, String assignments) throws SQLException {
        int teacher = teacher();
        record(id, "two", second, teacher);
        change(id, assignments);
        return teacher;
    }

    /// A record of feed two, set aside for one of feed one.
    int plantCopy(String id, String assignments) throws SQLException {
        int teacher = teacher();
        record(id, "two", second, teacher);
        change(
                id,
                "state = 2, match_rule = 54, peer = '%s', %s"
                        .formatted(key("one", "base-" + teacher), assignments));
        return teacher;
    }

    void plantWaiting(String id, @Nullable String finding) throws SQLException {
        record(id, "two", second, null);
        change(id, "state = 5");
        registry.run(
                "insert into waiting (record_key, version_no) values ('%s', 1)"
                        .formatted(key("two", id)));
        if (finding != null) finding(id, finding);
    }

    private void finding(String id, String code) throws SQLException {
        registry.run(
                """
                insert into finding (delivery_id, position, record_id, code, field, value)
                select delivery_id, position, record_id, '%s', '/level', 'X9' from completion
                where record_id = '%s'\
                """
                        .formatted(code, id));
    }

    private void withdraw(String id, String day) throws SQLException {
        long delivery = delivery("two", day);
        registry.run(
                """
                update completion set state = 3 where record_id = '%1$s';
                insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                    school_year, policy_id, rule, credits, experience, quality, reason)
                select -position, 1, teacher_id, record_key, 1, 1, 2022, 1, 0, 1600, 1600, 0, 1
                from completion where record_id = '%1$s';
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, hours, credits, experience,
                    quality, school_year, policy_id, rule, level, form, grade, evidence, record_id)
                select record_key, 2, feed_id, 4, 0, 0, gen_random_uuid(), %2$d, position, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, record_id from completion where record_id = '%1$s'\
                """
                        .formatted(id, delivery));
    }

    private void reject(String id) throws SQLException {
        records++;
        registry.run(
                """
                insert into rejection (delivery_id, position, codes)
                values (%1$d, %2$d, 'HUB-1005,HUB-1008');
                insert into finding (delivery_id, position, record_id, code, field, value)
                values (%1$d, %2$d, '%3$s', 'HUB-1008', '/level', 'X9')\
                """
                        .formatted(second, records, id));
    }

    long compared() throws SQLException {
        return number("select sum(posted) from reconciliation_cell where feed_id <> 0");
    }

    /// One case of each code that records and years can have, and what is none beside them.
    Map<String, Set<BreakCode>> plantOneOfEach() throws SQLException {
        Map<String, Set<BreakCode>> planted = new TreeMap<>();
        copies(planted);
        held(planted);
        unposted(planted);
        singles(planted);
        int none = teacherWithoutRecords();
        put(planted, "T-" + teachers, BreakCode.NO_RECORDS);
        assert none > 0;
        return planted;
    }

    private static void put(Map<String, Set<BreakCode>> planted, String about, BreakCode... codes) {
        planted.put(about, Set.of(codes));
    }

    private void copies(Map<String, Set<BreakCode>> planted) throws SQLException {
        String[][] copies = {
            {"DUPLICATE_ACROSS_SOURCES", "hours = 4000"},
            {"LEVEL_OR_FORM", "level = 1"},
            {"PERIOD", "completed_on = '2023-05-03'"},
            {"HOURS", "hours = 3900, credits = 1560"},
            {"GRADE", "grade = 3"},
            {"THEME", "themes = 'ICT'"},
            {"CREDIT", "source_credits = 1333"},
        };
        for (String[] copy : copies) {
            int teacher = plantCopy("copy-" + copy[0], copy[1]);
            change("base-" + teacher, "themes = 'ETHICS'");
            put(planted, "copy-" + copy[0], BreakCode.valueOf(copy[0]));
        }
        int teacher = plantCopy("copy-attendance", "detail = '{\"attendance\":\"0.9\"}'");
        change("base-" + teacher, "detail = '{\"attendance\":\"0.95\"}'");
        put(planted, "copy-attendance", BreakCode.ATTENDANCE);
    }

    private void held(Map<String, Set<BreakCode>> planted) throws SQLException {
        plantRecord("held-level", "state = 6, hold = 1");
        put(planted, "held-level", BreakCode.NOT_AUTHORISED);
        plantRecord("held-hours", "state = 6, hold = 21");
        put(planted, "held-hours", BreakCode.IMPLAUSIBLE);
        int one = plantRecord("held-copy", "state = 6, hold = 41, match_rule = 55");
        change("held-copy", "peer = '%s'".formatted(key("one", "base-" + one)));
        put(planted, "held-copy", BreakCode.SUSPECTED_DUPLICATE);
        int two = plantRecord("held-ambiguous", "state = 6, hold = 41, match_rule = 55");
        record("another-" + two, "one", first, two);
        change("held-ambiguous", "peer = '%s'".formatted(key("one", "base-" + two)));
        put(planted, "held-ambiguous", BreakCode.AMBIGUOUS);
        int three = plantRecord("held-within", "state = 6, hold = 42, match_rule = 56");
        record("within-" + three, "two", second, three);
        change("held-within", "peer = '%s'".formatted(key("two", "within-" + three)));
        put(planted, "held-within", BreakCode.DUPLICATE_WITHIN_SOURCE);
        plantRecord("refused", "state = 7, hold = 1");
    }

    private void unposted(Map<String, Set<BreakCode>> planted) throws SQLException {
        plantWaiting("waiting", null);
        put(planted, "waiting", BreakCode.ROSTER);
        plantWaiting("waiting-other", "HUB-2165");
        put(planted, "waiting-other", BreakCode.IDENTITY);
        reject("rejected");
        put(planted, "rejected", BreakCode.UNMAPPED_CODE);
        reject("mended");
        plantRecord("mended", "delivery_id = delivery_id");
        change("mended", "delivery_id = %d".formatted(delivery("two", "2023-05-09")));
        plantRecord("withdrawn", "state = 1");
        withdraw("withdrawn", "2023-09-02");
        put(planted, "withdrawn", BreakCode.WITHDRAWN);
        plantRecord("slip", "state = 1");
        withdraw("slip", "2023-05-20");
    }

    private void singles(Map<String, Set<BreakCode>> planted) throws SQLException {
        plantRecord("figure", "source_credits = 1333");
        put(planted, "figure", BreakCode.CREDIT);
        plantRecord("figure-whole", "credits = 1540, source_credits = 1500");
        put(planted, "figure-whole", BreakCode.CREDIT);
        plantRecord("name", "state = 1");
        finding("name", "HUB-2004");
        put(planted, "name", BreakCode.NAME);
        int renamed = plantRecord("renamed", "state = 1");
        finding("renamed", "HUB-2004");
        registry.run(
                "insert into former_identity (teacher_id, kind, value) values (%d, 3, '王岩')"
                        .formatted(renamed));
        plantRecord("school", "state = 1");
        finding("school", "HUB-2167");
        registry.run("update finding set value = 'S-9' where code = 'HUB-2167'");
        registry.run(
                """
                insert into teacher (teacher_no, name, school_code, division_code, status)
                values ('T-9-%d', '王䶮', 'S-9', '159999', 'ACTIVE')\
                """
                        .formatted(teachers));
        put(planted, "school", BreakCode.DIVISION);
        int left = plantRecord("left", "state = 1");
        registry.run("update teacher set left_on = '2023-04-30' where id = " + left);
        change("base-" + left, "completed_on = '2023-04-01', started_on = null");
        put(planted, "left", BreakCode.ROSTER);
        plantRecord("no-evidence", "level = 4, evidence = 0");
        put(planted, "no-evidence", BreakCode.EVIDENCE_MISSING);
        plantRecord("late", "delivery_id = %d".formatted(delivery("two", "2023-09-01")));
        put(planted, "late", BreakCode.LATE);
        plantRecord("history", "completed_on = '2021-01-01', started_on = null");
    }
}
