package io.credithub.store.breaks;

import io.credithub.store.completion.CreditsInQuestion;
import io.credithub.store.sql.ArrayColumns;

/// What becomes of breaks by what a run has found: `recon_found` has that of one run only, so that
/// its size tells how to join it. `$1` is the run, `$2` its moment; where a scope is meant, `$3`
/// and `$4` are the least division and the first that is none of it, `$5` the school year or null,
/// `$6` the aspects.
final class SettleSql {
    static final ArrayColumns FOUND =
            ArrayColumns.of(
                    "identity uuid",
                    "aspect int2",
                    "code int2",
                    "information bool",
                    "owner int2",
                    "teacher_id int4",
                    "division text",
                    "school_code text",
                    "school_year int2",
                    "feed_id int2",
                    "record_key uuid",
                    "record_id text",
                    "peer_feed_id int2",
                    "peer_key uuid",
                    "peer_id text",
                    "hours_ours int8",
                    "hours_theirs int8",
                    "credits_ours int8",
                    "credits_theirs int8",
                    "ours text",
                    "theirs text",
                    "fields text",
                    "cause text",
                    "print uuid");

    /// Of what a county's run has found, each known one is looked up; reading all that are known
    /// for a county's sake would take longer than the rest of the run. A province's are joined in
    /// memory.
    static final String PLANNED =
            """
            select set_config('random_page_cost', '1.1', true),
                set_config('work_mem', '96MB', true)\
            """;

    /// Nothing is noted of a run that was cancelled.
    static final String NOTE =
            """
            insert into recon_found (run_id, %s) select $25, n.* from (select %s) n
            where exists (select from reconciliation_run where id = $25 and state = 'RUNNING')\
            """
                    .formatted(FOUND.names(), FOUND.rows());

    /// One difference of a subject, if two should have been found: the first code.
    static final String ONCE =
            """
            delete from recon_found f using (
                select ctid, row_number() over (partition by identity order by code) as no
                from recon_found where identity in (
                    select identity from recon_found group by identity having count(*) > 1)) d
            where f.ctid = d.ctid and d.no > 1\
            """;

    /// Who accepted or adjusted something did so for these amounts.
    private static final String STAYS = "b.state = 2 and b.print = f.print";

    private static final String REOPENED = "b.state in (2, 3, 4) and not (" + STAYS + ")";

    private static final String CHANGED = "b.print <> f.print";

    private static final String BECOMES =
            "case when " + STAYS + " then b.state when f.information then 5 else 1 end";

    /// What is as it was is not written again: that it was seen follows from the run.
    private static final String OTHERWISE =
            """
            (b.division, b.school_code, b.school_year, b.teacher_id, b.record_id, b.peer_key,
                b.cause) is distinct from (f.division, f.school_code, f.school_year, f.teacher_id,
                f.record_id, f.peer_key, f.cause)\
            """;

    /// Known ones that are another difference now, are open again, or are elsewhere: told of and
    /// written, in one look at all that are known.
    static final String CHANGE =
            """
            with other as materialized (
                select f.*, b.state as was, %1$s as is_reopened, %2$s as is_changed, %4$s as stays,
                    %3$s as becomes
                from recon_found f join recon_break b using (identity)
                where (%1$s) or %2$s or %5$s),
            told as (
                insert into recon_break_event (identity, at, by, kind, run_id, code, state)
                select identity, $2, 'hub',
                    case when is_reopened then 'REOPENED' else 'CHANGED' end, $1, code, becomes
                from other where is_reopened or is_changed),
            written as (
                update recon_break b set
                    version = b.version + 1,
                    state = f.becomes,
                    opened_at = case when f.is_reopened or b.state = 5 and not f.information then $2
                        else b.opened_at end,
                    closed_at = case when f.stays then b.closed_at end,
                    closed_by = case when f.stays then b.closed_by end,
                    owner = case when b.owner_given then b.owner else f.owner end,
                    last_run = $1, last_seen_at = $2, %6$s
                from other f where f.identity = b.identity)
            select (select count(*) from recon_found) as found,
                count(*) filter (where is_reopened) as reopened,
                count(*) filter (where is_changed and not is_reopened) as changed
            from other\
            """
                    .formatted(REOPENED, CHANGED, BECOMES, STAYS, OTHERWISE, assignments());

    /// In the order of their identities: each index then grows at one place at a time.
    static final String OPEN =
            """
            insert into recon_break (%1$s, state, first_run, first_seen_at, last_run, last_seen_at,
                opened_at)
            select %1$s, case when f.information then 5 else 1 end, $1, $2, $1, $2, $2
            from recon_found f
            where not exists (select from recon_break b where b.identity = f.identity)
            order by f.identity\
            """
                    .formatted(FOUND.names().replace("information, ", ""));

    private static final String SCOPE =
            """
            b.division >= $3 and b.division < $4
                and ($5::int2 is null or b.school_year = $5)\
            """;

    /// What is of the scope and was not found; before new ones are opened, or it would look at them
    /// too. A teacher who moved away is another run's. Which is not found is no join: how many are
    /// known under some aspects is not known when it is planned, and a loop in a loop over a
    /// province has no end.
    static final String CLOSE =
            """
            with missed as materialized (
                select b.identity from recon_break b
                where %s and b.aspect = any($6) and b.state in (1, 2, 5)
                except select f.identity from recon_found f),
            gone as materialized (
                select b.identity, b.code, b.state from missed m join recon_break b using (identity)
                where not exists (select from teacher t where t.id = b.teacher_id
                    and not (t.answering_division >= $3 and t.answering_division < $4))),
            told as (
                insert into recon_break_event (identity, at, by, kind, run_id, code, state)
                select identity, $2, 'hub', 'CORRECTED', $1, code, 4 from gone where state <> 5),
            written as (
                update recon_break b set state = 4, closed_at = $2, closed_by = 'hub',
                    version = b.version + 1
                from gone g where g.identity = b.identity)
            select count(*) as closed from gone\
            """
                    .formatted(SCOPE);

    static final String SUM =
            """
            insert into reconciliation_run_sum
            select $1, b.division, b.code, b.owner, b.state, count(*), sum(%s)
            from recon_break b
            where b.state in (1, 2, 5) and %s group by b.division, b.code, b.owner, b.state\
            """
                    .formatted(
                            CreditsInQuestion.OF_BREAK,
                            SCOPE.replace("$3", "$2").replace("$4", "$3").replace("$5", "$4"));

    static final String END =
            """
            update reconciliation_run r set state = 'DONE', finished_at = $2, steps_done = steps,
                found = $3, opened = $4, reopened = $5, changed = $6, corrected = $7,
                compared = (select coalesce(sum(c.posted + c.aside + c.held + c.refused), 0)
                    from reconciliation_cell c where c.feed_id <> 0
                        and starts_with(c.division_code, $8)
                        and (r.school_year is null or c.school_year = r.school_year)),
                in_question = (select coalesce(sum(s.in_question), 0)
                    from reconciliation_run_sum s where s.run_id = $1 and s.state = 1),
                version = version + 1
            where r.id = $1 and r.state = 'RUNNING'\
            """;

    /// Of this run, or of one that a crash interrupted: there is no other. What is deleted would be
    /// read again by each run until somebody cleans up.
    static final String FORGET = "truncate recon_found";

    private SettleSql() {}

    private static String assignments() {
        return FOUND.assignments(2)
                .replace("n.", "f.")
                .replace("information = f.information, ", "")
                .replace("owner = f.owner, ", "");
    }
}
