package io.credithub.store;

import io.credithub.domain.reconcile.BreakCode;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Records as matching leaves them, written by hand: one in force of everybody, and beside it what
/// a test plants.
final class PlantedBreaks extends PlantedRows {
    PlantedBreaks(LawRegistry registry) {
        super(registry);
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

    /// Of nobody, unless something was found: then it names somebody.
    void plantWaiting(String id, @Nullable String finding) throws SQLException {
        record(id, "two", second, null);
        change(id, "state = 5");
        if (finding != null) {
            registry.run(
                    "update teacher set number_hash = '%s' where id = %d"
                            .formatted(key("teacher", id), teacher()));
        }
        registry.run(
                """
                insert into waiting (record_key, version_no, teacher_no_hash)
                values ('%s', 1, '%s')\
                """
                        .formatted(key("two", id), key("teacher", id)));
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

    /// What was in the ledger is said there to have been awarded.
    private void post(String id) throws SQLException {
        registry.run(
                """
                insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                    school_year, policy_id, rule, credits, experience, quality, reason)
                select -position, 1, teacher_id, record_key, 1, 1, 2022, 1, 0, 1600, 1600, 0, 1
                from completion where record_id = '%s' and teacher_id is not null\
                """
                        .formatted(id));
    }

    /// @param day on which the source says so
    private int withdraw(String id, String day) throws SQLException {
        int teacher = plantRecord(id, "state = 3");
        long delivery = delivery("two", day);
        registry.run(
                """
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, hours, credits, experience,
                    quality, school_year, policy_id, rule, level, form, grade, evidence, record_id)
                select record_key, 2, feed_id, 4, 0, 0, gen_random_uuid(), %2$d, position, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, record_id from completion where record_id = '%1$s'\
                """
                        .formatted(id, delivery));
        return teacher;
    }

    /// The year of 2022 of whom a record was taken back of, decided some days before that.
    private void decide(int teacher) throws SQLException {
        registry.run(
                """
                insert into decided_year (id, teacher_id, school_year, recognised, qualified,
                    granted_at, granted_by)
                values (gen_random_uuid(), %d, 2022, 1600, false, '2023-05-10', 'a key')\
                """
                        .formatted(teacher));
    }

    private void withdrawn(Map<String, Set<BreakCode>> planted) throws SQLException {
        withdraw("withdrawn", "2023-09-02");
        post("withdrawn");
        put(planted, "withdrawn", BreakCode.WITHDRAWN);
        withdraw("withdrawn-first", "2023-09-02"); // before its record landed
        put(planted, "withdrawn-first", BreakCode.WITHDRAWN);
        withdraw("slip", "2023-05-20");
        post("slip");
        decide(withdraw("withdrawn-decided", "2023-05-20"));
        post("withdrawn-decided");
        put(planted, "withdrawn-decided", BreakCode.WITHDRAWN);
        decide(withdraw("decided-without", "2023-05-20"));
    }

    private void reject(String id, long delivery, String code) throws SQLException {
        records++;
        registry.run(
                """
                insert into rejection (delivery_id, position, codes)
                values (%1$d, %2$d, 'HUB-1005,%4$s');
                insert into finding (delivery_id, position, record_id, code, field, value)
                values (%1$d, %2$d, '%3$s', '%4$s', '/level', 'X9')\
                """
                        .formatted(delivery, records, id, code));
    }

    private void rejected(Map<String, Set<BreakCode>> planted) throws SQLException {
        reject("rejected", second, "HUB-1008");
        reject("rejected", delivery("two", "2023-05-03"), "HUB-1003");
        put(planted, "rejected", BreakCode.UNMAPPED_CODE);
        reject("rejected-person", second, "HUB-1009");
        put(planted, "rejected-person", BreakCode.IDENTITY);
        reject("rejected-day", second, "HUB-1006");
        put(planted, "rejected-day", BreakCode.MISSING_IN_REGISTRY);
        reject("rejected-erased", second, "HUB-1027");
        // it came right, whichever landed first
        reject("mended", delivery("two", "2023-05-09"), "HUB-1008");
        plantRecord("mended", "state = 1");
        // but not, if what was rejected says that it is later
        long later = delivery("two", "2023-05-02");
        registry.run("update delivery set stated_at = '2023-05-02' where id = " + later);
        reject("mended-not", later, "HUB-1008");
        plantRecord("mended-not", "state = 1");
        long before = delivery("two", "2023-05-02");
        registry.run("update delivery set stated_at = '2023-05-01' where id = " + before);
        change("mended-not", "delivery_id = " + before);
        put(planted, "mended-not", BreakCode.UNMAPPED_CODE);
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
        rejected(planted);
        withdrawn(planted);
    }

    private void singles(Map<String, Set<BreakCode>> planted) throws SQLException {
        plantRecord("figure", "source_credits = 1333");
        put(planted, "figure", BreakCode.CREDIT);
        plantRecord("figure-whole", "credits = 1540, source_credits = 1500");
        put(planted, "figure-whole", BreakCode.CREDIT);
        plantRecord("name", "said_name = digest32('李四')");
        put(planted, "name", BreakCode.NAME);
        plantRecord("name-same", "said_name = digest32('王䶮')");
        int blank = plantRecord("name-blank", "said_name = digest32('王䶮')");
        registry.run("update teacher set name = '王 䶮' where id = " + blank);
        int renamed = plantRecord("renamed", "said_name = digest32('王岩')");
        registry.run(
                """
                insert into former_identity (teacher_id, kind, value) values (%1$d, 3, '王岩');
                update teacher set has_past = true where id = %1$d\
                """
                        .formatted(renamed));
        schools(planted);
        plantRecord("title", "programme_id = (select id from programme where normal = '师德培训')");
        put(planted, "title", BreakCode.AMBIGUOUS);
        plantRecord(
                "title-held",
                "state = 6, hold = 7, programme_id = (select id from programme"
                        + " where normal = '师德培训')");
        put(planted, "title-held", BreakCode.AMBIGUOUS);
        int left = plantRecord("left", "state = 1");
        registry.run("update teacher set left_on = '2023-04-30' where id = " + left);
        change("base-" + left, "completed_on = '2023-04-01', started_on = null");
        put(planted, "left", BreakCode.ROSTER);
        plantRecord("no-evidence", "level = 4, evidence = 0");
        put(planted, "no-evidence", BreakCode.EVIDENCE_MISSING);
        late(planted);
    }

    /// S-9 is in another county, where somebody of a third works, too; nobody can tell where S-8
    /// is, or knows S-7.
    private void schools(Map<String, Set<BreakCode>> planted) throws SQLException {
        registry.run(
                """
                insert into teacher (teacher_no, name, school_code, division_code, status,
                    home_school_code, home_division_code)
                values ('T-9-%1$d', '王䶮', 'S-9', '159999', 'ACTIVE', null, null),
                    ('T-9-%1$d-away', '王䶮', 'S-9', '159999', 'ACTIVE', 'S-5', '158888'),
                    ('T-8-%1$d-a', '王䶮', 'S-8', '159999', 'ACTIVE', null, null),
                    ('T-8-%1$d-b', '王䶮', 'S-8', '158888', 'ACTIVE', null, null)\
                """
                        .formatted(teachers));
        plantRecord("school", "said_school = digest64('S-9')");
        put(planted, "school", BreakCode.DIVISION);
        plantRecord("school-own", "said_school = digest64('S-1')");
        plantRecord("school-anywhere", "said_school = digest64('S-8')");
        plantRecord("school-unknown", "said_school = digest64('S-7')");
        int away = plantRecord("school-away", "said_school = digest64('S-9')");
        registry.run(
                """
                update teacher set school_code = 'S-1', division_code = '140105',
                    home_school_code = 'S-9', home_division_code = '140105' where id = %d\
                """
                        .formatted(away));
    }

    private void late(Map<String, Set<BreakCode>> planted) throws SQLException {
        plantRecord("late", "delivery_id = %d".formatted(delivery("two", "2023-09-01")));
        put(planted, "late", BreakCode.LATE);
        plantRecord("history", "completed_on = '2021-01-01', started_on = null");
        registry.run(
                """
                insert into declared_total (feed_id, month, no, records, declared_by, declared_at)
                values (%1$d, '2023-04-01', 1, 1, 'two', '2023-05-03'),
                    (%1$d, '2023-04-01', 2, 1, 'two', '2023-05-07'),
                    (%1$d, '2023-05-01', 1, 1, 'two', '2023-06-01')\
                """
                        .formatted(feed("two")));
        String april = "completed_on = '2023-04-20', started_on = null, delivery_id = %d";
        plantRecord("with-total", april.formatted(delivery("two", "2023-05-06")));
        plantRecord("after-total", april.formatted(delivery("two", "2023-05-09")));
        put(planted, "after-total", BreakCode.LATE);
    }
}
