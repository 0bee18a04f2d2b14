package io.credithub.store;

import java.sql.SQLException;

/// A county, its neighbour and a county of another city, with the records of two school years and
/// what reconciliation left of them. The cells are counted from the records at the end.
final class PlantedYear extends PlantedRows {
    private static final String BREAK =
            """
            insert into recon_break (identity, aspect, code, state, owner, division, school_year,
                credits_ours, credits_theirs, fields, print, first_run, first_seen_at, last_run,
                last_seen_at, opened_at, closed_at, closed_by)
            values (gen_random_uuid(), 1, %d, %d, %d, '%s', %d, %s, 1600, '[]', gen_random_uuid(),
                1, '2023-06-01', 1, '2023-06-01', '2023-06-01', %s)\
            """;

    PlantedYear(LawRegistry registry) {
        super(registry);
    }

    void plant() throws SQLException {
        begin();
        registry.run(
                "update delivery set declared_records = 3, received = 4, accepted = 2,"
                        + " rejected = 1, waiting = 1 where id = "
                        + first);
        teachers();
        feedOne();
        feedTwo();
        breaks();
        registry.run(
                """
                update ledger_head set last_seq = 9, last_block = 2, roster_version = 4,
                    matching = 5, last_hash = decode(repeat('ab', 32), 'hex');
                insert into reconciliation_run (division, school_year, asked_by, started_at,
                    finished_at, state, ledger_seq)
                values ('140105', 2022, 'a key', '2023-06-01', '2023-06-01', 'DONE', 1),
                    ('140100', null, 'a key', '2023-06-02', '2023-06-02T04:00:00Z', 'DONE', 7),
                    ('140105', 2021, 'a key', '2023-06-03', '2023-06-03', 'DONE', 9),
                    ('140106', 2022, 'a key', '2023-06-03', '2023-06-03', 'DONE', 9),
                    ('140105', 2022, 'a key', '2023-06-04', '2023-06-04', 'CANCELLED', 9)\
                """);
        cells();
    }

    private void teachers() throws SQLException {
        registry.run(
                """
                insert into teacher (teacher_no, name, school_code, school_name, division_code,
                    status, home_school_code, home_division_code)
                values ('both', '王䶮', 'S-1', '一中', '140105', 'ACTIVE', null, null),
                    ('held', '王䶮', 'S-1', '一中', '140105', 'NEW', null, null),
                    ('away', '王䶮', 'S-9', '九中', '140106', 'SECONDED', 'S-2', '140105'),
                    ('left', '王䶮', 'S-2', '二中', '140105', 'LEFT', null, null),
                    ('before', '王䶮', 'S-2', '二中', '140105', 'ACTIVE', null, null),
                    ('none', '王䶮', null, null, '140105', 'ACTIVE', null, null),
                    ('next', '王䶮', 'S-9', '九中', '140106', 'ACTIVE', null, null),
                    ('far', '王䶮', 'S-5', '五中', '140202', 'ACTIVE', null, null)\
                """);
    }

    private int teacher(String number) throws SQLException {
        return registry.number("select id from teacher where teacher_no = '" + number + "'");
    }

    private void feedOne() throws SQLException {
        for (String teacher : new String[] {"both", "away", "next", "far"}) {
            record("one-" + teacher, "one", first, teacher(teacher));
        }
        record("one-before", "one", first, teacher("before"));
        change("one-before", "school_year = 2021, hours = 2000, credits = 800");
        record("one-far-before", "one", first, teacher("far"));
        change("one-far-before", "school_year = 2021");
    }

    private void feedTwo() throws SQLException {
        record("two-both", "two", second, teacher("both"));
        change("two-both", "state = 2, hours = 3900");
        record("two-more", "two", second, teacher("both"));
        change("two-more", "hours = 1050, credits = 350");
        record("two-held", "two", second, teacher("held"));
        change("two-held", "state = 6, hold = 21");
        record("two-left", "two", second, teacher("left"));
        change("two-left", "state = 7");
        record("two-gone", "two", second, teacher("both"));
        change("two-gone", "state = 3");
        registry.run(
                """
                insert into completion (record_key, version_no, feed_id, state, version_rank,
                    version_value, content, delivery_id, position, hours, credits, experience,
                    quality, school_year, policy_id, rule, level, form, grade, evidence, record_id)
                select record_key, 2, feed_id, 4, 0, 1, gen_random_uuid(), delivery_id, 99, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0, 0, record_id from completion
                where record_id = 'two-gone'\
                """);
    }

    private void breaks() throws SQLException {
        String open = "null, null";
        String closed = "'2023-07-01', 'somebody'";
        String[] breaks = {
            BREAK.formatted(16, 1, 2, "140105", 2022, "1560", open),
            BREAK.formatted(16, 1, 2, "140105", 2022, "1640", open),
            BREAK.formatted(16, 1, 4, "140105", 2022, "null", open),
            BREAK.formatted(16, 2, 2, "140105", 2022, "1500", closed),
            BREAK.formatted(16, 4, 2, "140105", 2022, "1500", closed),
            BREAK.formatted(23, 5, 1, "140105", 2022, "1600", open),
            BREAK.formatted(16, 1, 2, "140105", 2021, "1500", open),
            BREAK.formatted(20, 1, 5, "140106", 2022, "1599", open),
            BREAK.formatted(1, 1, 4, "", 2022, "null", open)
        };
        for (String one : breaks) registry.run(one);
    }

    /// As postings would have left them.
    void cells() throws SQLException {
        registry.run(
                """
                delete from reconciliation_cell;
                insert into reconciliation_cell (feed_id, division_code, school_year, posted, aside,
                    held, refused, posted_hours, aside_hours, held_hours, refused_hours,
                    posted_credits, persons)
                select c.feed_id, t.answering_division, c.school_year,
                    count(*) filter (where state = 1), count(*) filter (where state = 2),
                    count(*) filter (where state = 6), count(*) filter (where state = 7),
                    coalesce(sum(hours) filter (where state = 1), 0),
                    coalesce(sum(hours) filter (where state = 2), 0),
                    coalesce(sum(hours) filter (where state = 6), 0),
                    coalesce(sum(hours) filter (where state = 7), 0),
                    coalesce(sum(credits) filter (where state = 1), 0),
                    count(distinct t.id) filter (where state = 1)
                from completion c join teacher t on t.id = c.teacher_id
                where c.state in (1, 2, 6, 7) group by 1, 2, 3;
                insert into reconciliation_cell (feed_id, division_code, school_year, persons)
                select 0, t.answering_division, c.school_year,
                    count(distinct t.id) filter (where state = 1)
                from completion c join teacher t on t.id = c.teacher_id
                where c.state in (1, 2, 6, 7) group by 2, 3\
                """);
    }
}
