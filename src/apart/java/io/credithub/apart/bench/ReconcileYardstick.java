package io.credithub.apart.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// What somebody who knows SQL would write by hand to find the same differences: one statement that
/// joins records with what they stand against and writes what differs into a table with one key. It
/// lists no second field, knows no state, history or owner, and begins anew each time.
final class ReconcileYardstick {
    private static final String TABLE =
            """
            drop schema if exists yardstick cascade;
            create schema yardstick;
            create table yardstick.difference (subject text, aspect smallint, code text not null,
                division text not null, ours bigint, theirs bigint, primary key (subject, aspect))\
            """;

    private final Connection owner;

    ReconcileYardstick(Connection owner) {
        this.owner = owner;
    }

    /// Seconds from an empty table to one that has all.
    ///
    /// @param prefix what the divisions begin with
    double run(String prefix) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(TABLE);
            long began = System.nanoTime();
            statement.execute(compare(ReconcileRows.YEAR, prefix));
            double seconds = (System.nanoTime() - began) / 1e9;
            statement.execute("drop schema yardstick cascade");
            return seconds;
        }
    }

    private static String compare(int year, String prefix) {
        return """
        insert into yardstick.difference
        select c.record_key::text, 1,
            case when c.level <> w.level or c.form <> w.form then 'LEVEL_OR_FORM'
                when c.started_on <> w.started_on or c.completed_on <> w.completed_on
                    then 'PERIOD'
                when c.hours <> w.hours then 'HOURS' when c.grade <> w.grade then 'GRADE'
                when c.themes <> w.themes then 'THEME'
                when c.source_credits <> w.source_credits then 'CREDIT' else 'EQUAL' end,
            t.answering_division, w.credits, c.credits
        from completion c join completion w on w.record_key = c.peer and w.state = 1
        join teacher t on t.id = c.teacher_id
        where c.state = 2 and c.school_year = %1$d and t.answering_division like '%2$s%%'
        union all
        select c.record_key::text, 3, 'HELD', t.answering_division, 0, c.credits
        from completion c join teacher t on t.id = c.teacher_id
        where c.state = 6 and c.school_year = %1$d and t.answering_division like '%2$s%%'
        union all
        select c.record_key::text, 2, 'CREDIT', t.answering_division, c.credits,
            c.source_credits
        from completion c join teacher t on t.id = c.teacher_id
        where c.state = 1 and c.source_credits <> c.credits and c.school_year = %1$d
            and t.answering_division like '%2$s%%'
        union all
        select c.record_key::text, 5, 'LATE', t.answering_division, null, null
        from completion c join teacher t on t.id = c.teacher_id
        join delivery d on d.id = c.delivery_id
        where c.state = 1 and d.landed_at > c.completed_on + interval '90 days'
            and c.school_year = %1$d and t.answering_division like '%2$s%%'
        union all
        select t.id::text, 8, 'NO_RECORDS', t.answering_division, null, null
        from teacher t where t.answering_division like '%2$s%%' and not exists (
            select from completion c where c.teacher_id = t.id and c.school_year = %1$d
                and c.state in (1, 2, 6, 7))\
        """
                .formatted(year, prefix);
    }
}
