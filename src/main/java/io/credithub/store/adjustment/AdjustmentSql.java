package io.credithub.store.adjustment;

/// Questions about adjustments, and what is kept of them.
final class AdjustmentSql {
    /// A copy that stands aside earns nothing: the ledger goes by the one that counts. What waits
    /// or was rejected is no record of ours.
    static final String BROKEN =
            """
            select case b.aspect when 1 then b.peer_key when 4 then null else b.record_key end
                as record_key
            from recon_break b where b.identity = $1 and starts_with(b.division, $2)\
            """;

    static final String OWNER =
            """
            select c.teacher_id from completion c join teacher t on t.id = c.teacher_id
            where c.record_key = $1 and c.state in (1, 2, 6, 7)
                and starts_with(t.answering_division, $2)\
            """;

    static final String IS_OPEN =
            """
            select exists (select from adjustment
                where record_key = $1 and version_no = $2 and state in (1, 2))\
            """;

    static final String PROPOSE =
            """
            insert into adjustment
                (record_key, version_no, credits, rules, four_eyes, evidence, broken)
            values ($1, $2, $3, $4, $5, $6, $7) returning id\
            """;

    /// With the key that proposed it.
    static final String OPEN =
            """
            select a.state, a.record_key, a.version_no, a.credits, s.by as proposed_by
            from adjustment a
            join completion c on c.record_key = a.record_key and c.version_no = a.version_no
            left join teacher t on t.id = c.teacher_id
            join adjustment_step s on s.adjustment_id = a.id and s.act = 1
            where a.id = $1 and starts_with(coalesce(t.answering_division, ''), $2)\
            """;

    static final String STEP =
            """
            insert into adjustment_step (adjustment_id, act, by, role, reason)
            values ($1, $2, $3, $4, $5)\
            """;

    /// Whatever is posted by it comes behind the last line of the ledger.
    static final String MOVE =
            """
            update adjustment set state = $2, posted_seq = case when $2::int2 = 2
                then (select last_seq from ledger_head) else posted_seq end
            where id = $1\
            """;

    /// In the history of the break that it was proposed from.
    static final String TELL_BREAK =
            """
            insert into recon_break_event (identity, by, kind, code, from_state, state, note)
            select b.identity, $3, 'ADJUST', b.code, b.state, b.state,
                $2 || ' #' || a.id || ' ' || to_char(a.rules / 100.0, 'FM99990.00') || ' → '
                    || to_char(a.credits / 100.0, 'FM99990.00') || ': ' || $4
            from adjustment a join recon_break b on b.identity = a.broken where a.id = $1\
            """;

    private static final String FILE =
            """
            select a.*, c.record_id, c.state as content_state, c.credits as earns,
                f.code as feed, p.name as programme,
                t.teacher_no, coalesce(t.answering_division, '') as division,
                s.acts, s.times, s.keys, s.roles, s.reasons
            from adjustment a
            join completion c on c.record_key = a.record_key and c.version_no = a.version_no
            join feed f on f.id = c.feed_id
            join programme p on p.id = c.programme_id
            left join teacher t on t.id = c.teacher_id
            cross join lateral (
                select array_agg(act::int4 order by id) as acts, array_agg(at order by id) as times,
                    array_agg(by order by id) as keys, array_agg(role order by id) as roles,
                    array_agg(reason order by id) as reasons
                from adjustment_step where adjustment_id = a.id) s
            where starts_with(coalesce(t.answering_division, ''), $1)\
            """;

    static final String ONE = FILE + " and a.id = $2";

    static final String LIST =
            FILE
                    + """
                     and starts_with(coalesce(t.answering_division, ''), $2)
                        and ($3::int2 is null or a.state = $3)
                        and ($4::text is null or t.teacher_no = $4) and a.id < $5
                    order by a.id desc limit $6\
                    """;

    private AdjustmentSql() {}
}
