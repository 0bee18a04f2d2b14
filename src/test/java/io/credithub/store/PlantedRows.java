package io.credithub.store;

import io.credithub.flow.delivery.Digest;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Feeds, deliveries, teachers and their records, written by hand.
class PlantedRows {
    private static final Digest DIGEST = new Digest();

    final LawRegistry registry;
    int teachers;
    int records;
    long first;
    long second;

    PlantedRows(LawRegistry registry) {
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
                    select from programme_family);
                insert into programme (normal, name) values ('培训', '培训'),
                    ('师德培训', '师德 培训')
                on conflict do nothing;\
                """);
        delivery("one", "2022-01-01");
        delivery("two", "2022-01-01");
        first = delivery("one", "2023-05-02");
        second = delivery("two", "2023-05-02");
    }

    long delivery(String feed, String day) throws SQLException {
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

    int feed(String code) throws SQLException {
        return number("select id from feed where code = '" + code + "'");
    }

    private int number(String query) throws SQLException {
        return Integer.parseInt(registry.rows(query).getFirst().replace("|", ""));
    }

    /// Everybody has a record in force, so that nobody is missed.
    int teacher() throws SQLException {
        int teacher = teacherWithoutRecords();
        record("base-" + teacher, "one", first, teacher);
        return teacher;
    }

    int teacherWithoutRecords() throws SQLException {
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

    void record(String id, String feed, long delivery, @Nullable Integer teacher)
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

    /// Another content of a record.
    void again(String id, int state) throws SQLException {
        registry.run(
                """
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, teacher_id, hours, credits,
                    experience, quality, school_year, policy_id, rule, level, form, grade, evidence,
                    record_id)
                select record_key, 2, feed_id, %d, 0, 1, gen_random_uuid(), delivery_id, position,
                    teacher_id, hours, credits, experience, quality, school_year, policy_id, rule,
                    level, form, grade, evidence, record_id from completion where record_id = '%s'\
                """
                        .formatted(state, id));
    }

    static UUID key(String feed, String id) {
        return DIGEST.of(feed + '\n' + id);
    }

    void change(String id, String assignments) throws SQLException {
        registry.run("update completion set %s where record_id = '%s'".formatted(assignments, id));
    }

    long compared() throws SQLException {
        return number("select sum(posted) from reconciliation_cell where feed_id <> 0");
    }
}
