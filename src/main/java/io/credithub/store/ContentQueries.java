package io.credithub.store;

/// Questions about contents, each one statement whatever the size of the set.
final class ContentQueries {
    /// `offset 0` keeps the planner from joining: each key is looked up by the primary key. Until a
    /// table that has grown fast is analysed, the planner would read the whole of it instead.
    private static final String OF_RECORDS =
            """
            from unnest($1::uuid[]) as k (key) cross join lateral
                (select * from completion c where c.record_key = k.key offset 0) c\
            """;

    static final String BRIEFS =
            "select c.record_key, c.content, c.version_rank, c.version_value " + OF_RECORDS;

    static final String CONTENTS = "select c.* " + OF_RECORDS;

    /// A record that counts is found by its teacher; with it come the contents that do not.
    static final String CONTENTS_OF_TEACHERS =
            """
            select c.* from (
                select distinct record_key as key from unnest($1::int4[]) as t (id)
                cross join lateral (
                    select record_key from completion where teacher_id = t.id and state = 1
                    union all
                    select record_key from completion where teacher_id = t.id and state = 2) as r
            ) as k cross join lateral
                (select * from completion c where c.record_key = k.key offset 0) c\
            """;

    static final String COPIES =
            """
            select c.* from unnest($1::int4[], $2::int4[], $3::date[], $4::int2[])
                as g (teacher_id, programme_id, completed_on, level)
            join completion c using (teacher_id, programme_id, completed_on, level)
            where c.state = 1
            union all
            select c.* from unnest($1::int4[], $2::int4[], $3::date[], $4::int2[])
                as g (teacher_id, programme_id, completed_on, level)
            join completion c using (teacher_id, programme_id, completed_on, level)
            where c.state = 2\
            """;

    private ContentQueries() {}
}
