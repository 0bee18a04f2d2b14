package io.credithub.store.report;

/// Statements about jobs. Whoever makes one says which attempt it is, and writes nothing once
/// another has begun: each statement takes the job's row, so the later one sees what the earlier
/// one did.
final class ReportJobSql {
    /// Nothing comes back if the asker has too many open, and this is none of them.
    static final String ASK =
            """
            insert into report_job (name, division, school_year, terms, format, language,
                names_persons, line, asked_by, known_on)
            select $1::text, $2::text, $3::int2, $4::text, $5::text, $6::text, $7::bool, $8::bytea,
                $9::text, $11::timestamptz
            where exists (select from report_job where line = $8 and finished_at is null)
                or (select count(*) from report_job
                    where asked_by = $9 and finished_at is null) < $10::int8
            on conflict (line) where finished_at is null do update set rows = report_job.rows
            returning *, (xmax = 0) as is_new\
            """;

    static final String ONE = "select * from report_job where id = $1";

    static final String VERIFIED =
            """
            select * from report_job where verification_code = $1 and state in ('DONE', 'EXPIRED')
            order by id limit $2\
            """;

    static final String NEWEST =
            """
            select * from report_job where asked_by = $1 and id < $2 order by id desc limit $3\
            """;

    static final String CANCEL =
            """
            update report_job set state = 'CANCELLED', finished_at = now(), lease_until = null
            where id = $1 and finished_at is null\
            """;

    /// Brought its process down so often that nobody tries again.
    static final String GIVE_UP =
            """
            update report_job set state = 'FAILED', finished_at = now(), lease_until = null,
                failure = $2
            where finished_at is null and lease_until <= now() and attempt >= $1::int\
            """;

    static final String TAKE =
            """
            update report_job set state = 'RUNNING', attempt = attempt + 1,
                as_of = coalesce(known_on, $1),
                begun_at = now(), rows = 0, lease_until = now() + make_interval(secs => $2::float8)
            where id = (
                select id from report_job
                where finished_at is null and (lease_until is null or lease_until <= now())
                    and ($3::bool or division not like '%00') and ($4::bool or format <> 'PDF')
                order by id limit 1 for update skip locked)
            returning *\
            """;

    static final String TELL =
            """
            update report_job set as_of = $3
            where id = $1 and attempt = $2::int4 and finished_at is null and lease_until is not null\
            """;

    static final String BEAT =
            """
            update report_job set rows = $3, lease_until = now() + make_interval(secs => $4::float8)
            where id = $1 and attempt = $2::int4 and finished_at is null and lease_until is not null\
            """;

    static final String PUT =
            """
            with mine as (%s returning id)
            insert into report_file (job_id, no, piece) select id, $5::int4, $6::bytea from mine\
            """
                    .formatted(BEAT);

    static final String FINISH =
            """
            update report_job set state = 'DONE', finished_at = now(), lease_until = null, rows = $3,
                bytes = $4, sha256 = $5, verification_code = $6
            where id = $1 and attempt = $2::int4 and finished_at is null and lease_until is not null\
            """;

    static final String FAIL =
            """
            update report_job set state = 'FAILED', finished_at = now(), lease_until = null,
                failure = $3
            where id = $1 and attempt = $2::int4 and finished_at is null and lease_until is not null\
            """;

    static final String GIVE_BACK =
            """
            update report_job set state = 'WAITING', lease_until = null
            where id = $1 and attempt = $2::int4 and finished_at is null and lease_until is not null\
            """;

    static final String FORGET = "delete from report_file where job_id = $1";

    static final String EXPIRE =
            """
            update report_job set state = 'EXPIRED'
            where state = 'DONE' and finished_at <= now() - make_interval(secs => $1::float8)\
            """;

    static final String SWEEP =
            """
            delete from report_file f using report_job j
            where j.id = f.job_id and j.state not in ('RUNNING', 'DONE')\
            """;

    static final String PIECE =
            """
            select f.piece from report_file f join report_job j on j.id = f.job_id
            where j.id = $1 and j.state = 'DONE' and f.no = $2\
            """;

    private ReportJobSql() {}
}
