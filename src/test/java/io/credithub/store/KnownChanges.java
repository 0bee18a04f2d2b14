package io.credithub.store;

/// Whatever may change of what reports tell, as statements.
final class KnownChanges {
    /// Of everything something.
    private static final String ALL =
            """
            update completion set hours = hours + 100, credits = credits + 40
                where record_id = 'one-both';
            update completion set state = 4 where record_id = 'one-far';
            update teacher set division_code = '140106', home_division_code = null,
                school_code = 'S-9', home_school_code = null where teacher_no = 'away';
            update teacher set name = '李', school_name = '新一中' where school_code = 'S-1';
            insert into teacher (teacher_no, name, school_code, division_code, status)
            values ('come', '王', 'S-1', '140105', 'ACTIVE');
            update recon_break set state = 2, closed_at = now(), closed_by = 'office'
                where division = '140105' and state = 1;
            insert into recon_break (identity, aspect, code, state, owner, division, school_year,
                feed_id, credits_ours, credits_theirs, fields, print, first_run, first_seen_at,
                last_run, last_seen_at, opened_at)
            select gen_random_uuid(), 1, 16, 1, 2, d, 2022, f.id, 1600, 1500, '[]',
                gen_random_uuid(), 1, '2023-06-01', 1, '2023-06-01', '2023-06-01'
            from feed f, unnest('{140105,140106}'::text[]) as d where f.code = 'two';
            insert into reconciliation_run (division, asked_by, started_at, finished_at, state,
                ledger_seq)
            values ('140000', 'a key', now(), now(), 'DONE', 9);
            update reconciliation_run set found = 7, opened = 6 where id = {run};
            update delivery set rejected = rejected + 1, received = received + 1,
                finished_at = now() where id = {delivery};
            insert into finding (delivery_id, position, record_id, code, field)
            values ({delivery}, 2, 's', 'HUB-1003', '/hours');
            insert into feed (code) values ('three') on conflict do nothing;
            insert into ledger_block (no, first_seq, entries, credits, previous, hash)
            values (3, 10, 2, 0, '', 'c');
            update ledger_head set last_seq = 11, last_block = 3, last_hash = 'c',
                roster_version = roster_version + 1, matching = matching + 1;
            update exemption set ended_at = now(), ended_by = 'office';
            update loan set ended_at = now(), ended_by = 'office';
            update decided_year set ended_at = now(), ended_by = 'office', reason = '重新审定';
            insert into ledger_entry (seq, block_no, teacher_id, record_key, version_no, kind,
                school_year, policy_id, rule, credits, experience, quality, reason)
            select 10, 3, teacher_id, record_key, version_no, 2, school_year, policy_id, rule,
                -credits, -experience, -quality, 5
            from ledger_entry where seq = 2;
            insert into hold_decision (record_key, version_no, hold, decision, reason, decided_by)
            select record_key, 1, 21, 2, '再次不予认定', 'office' from completion
            where record_id = 'paper-refused';
            update completion set credits = credits + 10 where record_id = 'paper-held';
            insert into former_identity (teacher_id, kind, hash, value)
            select id, 1, gen_random_uuid(), 'both' from teacher where teacher_no = 'both';
            update teacher set teacher_no = 'both-anew' where teacher_no = 'both';
            update certificate set ended_at = now(), ended_by = 'office', reason = '签发有误';
            update recomputation set state = 'TOLD', done = teachers where id = {recomputation}\
            """;

    /// What the application may change beside one who makes reports, again and again.
    private static final String BESIDE =
            """
            update exemption set ended_at = case when ended_at is null then now() end,
                ended_by = case when ended_at is null then 'office' end;
            update certificate set ended_at = case when ended_at is null then now() end,
                ended_by = case when ended_at is null then 'office' end,
                reason = case when ended_at is null then '签发有误' end;
            update delivery set received = received + 1, rejected = rejected + 1
                where id = {delivery};
            update reconciliation_run set compared = compared + 1 where id = {run};
            update recomputation set done = done + 1 where id = {recomputation}\
            """;

    private KnownChanges() {}

    static String of(int run, long delivery, int recomputation) {
        return numbered(ALL, run, delivery, recomputation);
    }

    static String beside(int run, long delivery, int recomputation) {
        return numbered(BESIDE, run, delivery, recomputation);
    }

    private static String numbered(String sql, int run, long delivery, int recomputation) {
        return sql.replace("{run}", String.valueOf(run))
                .replace("{delivery}", String.valueOf(delivery))
                .replace("{recomputation}", String.valueOf(recomputation));
    }
}
