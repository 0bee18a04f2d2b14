package io.credithub.store.subscription;

/// Statements about subscriptions and dispatches. Whoever writes what became of a dispatch names
/// the hold by which it was taken: each statement takes the row, so the later one sees what the
/// earlier one did.
final class SubscriptionSql {
    private static final String COLUMNS =
            """
            s.id as s_id, s.owner, s.name, s.division, s.school_year, s.terms, s.format, s.language,
            s.schedule, s.target, s.recipients, s.state as s_state, s.paused_for, s.version,
            s.due_at as next_due, s.made_at\
            """;

    /// Nothing comes back if the owner has too many.
    static final String ADD =
            """
            insert into report_subscription as s (owner, name, division, school_year, terms, format,
                language, schedule, target, recipients, due_at, made_at)
            select $1::text, $2::text, $3::text, $4::int4, $5::text, $6::text, $7::text, $8::text,
                $9::text, $10::text[], $11::timestamptz, $12::timestamptz
            where (select count(*) from report_subscription
                where owner = $1 and state <> 'REMOVED') < $13::int8
            returning %s\
            """
                    .formatted(COLUMNS);

    static final String ONE =
            "select %s from report_subscription s where s.id = $1 and s.state <> 'REMOVED'"
                    .formatted(COLUMNS);

    static final String SEEN =
            """
            select %s from report_subscription s
            where s.state <> 'REMOVED' and s.id > $1::int4
                and (s.owner = $2::text or starts_with(s.division, $3::text))
            order by s.id limit $4::int4\
            """
                    .formatted(COLUMNS);

    static final String CHANGE =
            """
            update report_subscription s set school_year = $3::int4, format = $4::text,
                language = $5::text, schedule = $6::text, target = $7::text,
                recipients = $8::text[], state = $9::text, due_at = $10::timestamptz,
                paused_for = null, version = version + 1
            where s.id = $1 and s.version = $2::int4 and s.state <> 'REMOVED'
            returning %s\
            """
                    .formatted(COLUMNS);

    /// What of it was tried in vain waits for nobody any more.
    static final String REMOVE =
            """
            with removed as (
                update report_subscription set state = 'REMOVED', due_at = null,
                    version = version + 1, removed_at = now()
                where id = $1 and state <> 'REMOVED' returning id),
            left_over as (
                update report_dispatch d set state = 'REFUSED', refused = $2::text
                from removed r where d.subscription_id = r.id and d.state = 'DEAD')
            select id from removed\
            """;

    /// Of what was removed, and of what nobody can be sent any more, since its key is gone.
    static final String BLOT =
            """
            update report_subscription s set recipients = '{}', version = version + 1
            where s.recipients <> '{}' and now() - make_interval(secs => $1::float8) >= least(
                s.removed_at, (select least(k.revoked_at, k.expires_at) from api_key k
                    where k.id = s.owner))\
            """;

    static final String DUE =
            """
            select %s from report_subscription s
            where s.due_at <= $1::timestamptz order by s.due_at, s.id limit $2::int4\
            """
                    .formatted(COLUMNS);

    /// In one statement, so that a crash leaves both done or neither.
    static final String ORDER =
            """
            with moved as (
                update report_subscription set due_at = $3::timestamptz
                where id = $1 and due_at = $2::timestamptz returning id)
            insert into report_dispatch (subscription_id, due_at, is_trial, try_at)
            select id, $2::timestamptz, false, $4::timestamptz from moved
            on conflict (subscription_id, due_at) where not is_trial do nothing\
            """;

    static final String PAUSE =
            """
            update report_subscription set state = 'PAUSED', due_at = null, paused_for = $2,
                version = version + 1
            where id = $1 and state = 'ACTIVE'\
            """;

    /// Nothing comes back if as many are on their way.
    static final String TRIAL =
            """
            insert into report_dispatch (subscription_id, due_at, is_trial, try_at)
            select $1::int4, $2::timestamptz, true, $2::timestamptz
            where (select count(*) from report_dispatch
                where subscription_id = $1 and is_trial and finished_at is null) < $3::int8
            returning *\
            """;

    private static final String WITH =
            "from report_dispatch d join report_subscription s on s.id = d.subscription_id";

    static final String DISPATCH = "select d.*, %s %s where d.id = $1".formatted(COLUMNS, WITH);

    static final String SEEN_DISPATCHES =
            """
            select d.*, %s %s
            where d.id < $1::int4 and (s.owner = $2::text or starts_with(s.division, $3::text))
                and ($4::int4 is null or d.subscription_id = $4)
                and ($5::text is null or d.state = $5)
            order by d.id desc limit $6::int4\
            """
                    .formatted(COLUMNS, WITH);

    /// Counts as it takes, so that the count outlives whoever takes; one that was taken as often as
    /// may be, and whose last lease is over, is taken by nobody any more.
    static final String TAKE =
            """
            with lost as (
                select id from report_dispatch
                where finished_at is null and lease_until <= now() and takes >= $4::int4
                for update skip locked),
            dead as (
                update report_dispatch d set state = 'DEAD', failure = $5::text,
                    attempts = d.attempts + 1, finished_at = now(), try_at = null,
                    lease_until = null
                from lost where d.id = lost.id),
            next as (
                select d.id from report_dispatch d
                join report_subscription s on s.id = d.subscription_id
                where d.finished_at is null and d.try_at <= $1::timestamptz
                    and (d.lease_until is null or d.lease_until <= now()) and d.takes < $4::int4
                    and s.target <> all ($2::text[])
                order by d.try_at, d.id limit 1 for update of d skip locked),
            taken as (
                update report_dispatch d set hold = d.hold + 1, takes = d.takes + 1,
                    lease_until = now() + make_interval(secs => $3::float8),
                    first_try = coalesce(d.first_try, $1::timestamptz)
                from next where d.id = next.id returning d.*)
            select d.*, %s from taken d join report_subscription s on s.id = d.subscription_id\
            """
                    .formatted(COLUMNS);

    private static final String HELD =
            " where id = $1 and hold = $2::int4 and finished_at is null and lease_until is not"
                    + " null";

    static final String LATER =
            """
            update report_dispatch set state = 'WAITING', job_id = $3::int4,
                try_at = $4::timestamptz, lease_until = null, takes = 0\
            """
                    + HELD;

    static final String MADE =
            """
            update report_dispatch set state = 'MADE', file_name = coalesce(file_name, $3::text),
                try_at = $4::timestamptz, lease_until = null, takes = 0\
            """
                    + HELD;

    static final String SENT =
            """
            update report_dispatch set state = 'SENT', sent_to = $3::text,
                sent_at = $4::timestamptz, bytes = $5::int8, sha256 = $6::bytea, answer = $7::text,
                failure = null, finished_at = now(), try_at = null, lease_until = null\
            """
                    + HELD;

    static final String FAILED =
            """
            update report_dispatch set attempts = attempts + 1, failure = $3::text,
                job_id = $4::int4, try_at = $5::timestamptz, lease_until = null, takes = 0,
                state = case when $5::timestamptz is null then 'DEAD'
                    when $4::int4 is null then 'WAITING' else state end,
                finished_at = case when $5::timestamptz is null then now() end\
            """
                    + HELD;

    static final String REFUSE =
            """
            update report_dispatch set state = 'REFUSED', refused = $3::text, finished_at = now(),
                try_at = null, lease_until = null\
            """
                    + HELD;

    static final String RETRY =
            """
            update report_dispatch set state = 'WAITING', attempts = 0, finished_at = null,
                first_try = null, try_at = $2::timestamptz, hold = hold + 1, takes = 0
            where id = $1 and state = 'DEAD'\
            """;

    static final String DEAD = "select count(*) as dead from report_dispatch where state = 'DEAD'";

    private SubscriptionSql() {}
}
