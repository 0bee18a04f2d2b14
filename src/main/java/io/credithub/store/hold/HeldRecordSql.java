package io.credithub.store.hold;

import io.credithub.store.completion.ContentQueries;

/// Questions about held records.
final class HeldRecordSql {
    private static final String WHOSE = "t.teacher_no, t.answering_division";

    /// The last decision about a record `c`.
    private static final String LAST =
            """
            left join lateral (select id as decision_id, decision, version_no as decided_version,
                    hold as decided_hold, peer as decided_peer, match_rule as decided_rule,
                    reason as decided_why, decided_at, decided_by
                from hold_decision h where h.record_key = c.record_key
                order by h.id desc limit 1) d on true
            """;

    private static final String SELECT =
            "select %s, p.name as programme_name, %s, d.* from "
                    .formatted(ContentQueries.COLUMNS, WHOSE);

    private static final String JOINED =
            """
             join teacher t on t.id = c.teacher_id
            join programme p on p.id = c.programme_id
            """;

    private static final String FILTERED =
            """
            starts_with(t.answering_division, $1) and starts_with(t.answering_division, $2)
                and (cardinality($3::int4[]) = 0 or %s = any($3))
                and ($4::int4 is null or c.feed_id = $4)
                and ($5::text is null or t.teacher_no = $5)
            """;

    static final String OPEN =
            SELECT
                    + "completion c"
                    + JOINED
                    + LAST
                    + "where c.state = 6 and "
                    + FILTERED.formatted("c.hold")
                    + """
                      and (c.delivery_id, c.record_key) > ($6::int8, $7::uuid)
                    order by c.delivery_id, c.record_key limit $8\
                    """;

    /// Of a pair whatever the contents are; else of the very content. Who is held for something
    /// else since is open.
    static final String DECIDED =
            SELECT
                    + "hold_decision o join completion c on c.record_key = o.record_key"
                    + " and c.state in (1, 2, 7)"
                    + " and (o.decision > 2 or (c.version_no = o.version_no"
                    + " and c.ruling = o.decision))"
                    + JOINED
                    + LAST
                    + "where o.decision = $9 and o.id = d.decision_id and o.id < $6 and "
                    + "$7::uuid is not null and "
                    + FILTERED.formatted("o.hold")
                    + "order by o.id desc limit $8";

    static final String ONE =
            SELECT
                    + "completion c"
                    + JOINED
                    + LAST
                    + """
                    where c.record_key = $1 and c.state in (1, 2, 6, 7)
                        and starts_with(t.answering_division, $2)\
                    """;

    /// The contents that count of some records.
    static final String SIDES =
            """
            select %s, p.name as programme_name from unnest($1::uuid[]) as k (key)
            cross join lateral (select * from completion c
                where c.record_key = k.key and c.state in (1, 2, 6, 7) offset 0) c
            join programme p on p.id = c.programme_id\
            """
                    .formatted(ContentQueries.COLUMNS);

    static final String HISTORY =
            """
            select id as decision_id, decision, version_no as decided_version,
                hold as decided_hold, peer as decided_peer, match_rule as decided_rule,
                reason as decided_why, decided_at, decided_by
            from hold_decision where record_key = $1 order by id desc limit $2\
            """;

    static final String SUMMARY =
            """
            select c.hold, f.code, t.answering_division, count(*) as records,
                sum(c.hours) as hours, sum(c.credits) as credits
            from completion c join teacher t on t.id = c.teacher_id
            join feed f on f.id = c.feed_id
            where c.state = 6 and starts_with(t.answering_division, $1)
            group by c.hold, f.code, t.answering_division
            order by c.hold, f.code, t.answering_division\
            """;

    static final String OWNED =
            """
            select c.record_key, c.teacher_id, d.* from unnest($1::uuid[]) as k (key)
            cross join lateral (select * from completion c
                where c.record_key = k.key and c.state in (1, 2, 6, 7) offset 0) c
            join teacher t on t.id = c.teacher_id
            """
                    + LAST
                    + "where starts_with(t.answering_division, $2)";

    static final String DECIDE =
            """
            insert into hold_decision
                (record_key, version_no, hold, peer, match_rule, decision, reason, decided_by)
            select * from unnest($1::uuid[], $2::int4[], $3::int4[], $4::uuid[], $5::int4[],
                $6::int4[], $7::text[], $8::text[])\
            """;

    static final String DECIDE_PAIRS =
            """
            insert into pair_decision (first, second, verdict, reason, decided_by)
            select * from unnest($1::uuid[], $2::uuid[], $3::int4[], $4::text[], $5::text[])\
            """;

    private HeldRecordSql() {}
}
