package io.credithub.store.report;

import io.credithub.store.rules.CycleChanges;

/// Questions about a recomputation: `$1` its number, `$2` what divisions begin with.
final class RuleImpactSql {
    static final String CASE =
            """
            select id, kind, subject, asked_at, asked_by, state, against, teachers, done, rulebook_id
            from recomputation where id = $1::int4\
            """;

    static final String POLICIES =
            """
            select coalesce(w.code, n.code) as code, w.digest as before, n.digest as after
            from (select p.code, p.digest from recomputation r
                    join rulebook_policy b on b.rulebook_id = r.against
                    join policy p on p.id = b.policy_id where r.id = $1::int4) w
            full join (select p.code, p.digest from recomputation_policy c
                    join policy p on p.id = c.policy_id where c.recomputation_id = $1::int4) n
                on n.code = w.code
            order by 1\
            """;

    static final String VERDICTS =
            """
            select c.cycle, c.verdict_before, c.verdict_after, count(*) as cycles
            %s and c.verdict_before <> c.verdict_after
            group by 1, 2, 3 order by 1, 2, 3\
            """
                    .formatted(CycleChanges.FROM);

    /// At most `$3`.
    static final String BIGGEST =
            """
            %s and c.recognised_before <> c.recognised_after
            order by abs(c.recognised_after - c.recognised_before) desc, c.teacher_id, c.cycle
            limit $3::int4\
            """
                    .formatted(CycleChanges.EACH);

    static final String UNJUDGED =
            """
            select coalesce(sum(u.records), 0)::int8 as records
            from recomputation_unjudged u join teacher t on t.id = u.teacher_id
            where u.recomputation_id = $1::int4
                and starts_with(t.answering_division, $2::text)\
            """;

    private RuleImpactSql() {}
}
