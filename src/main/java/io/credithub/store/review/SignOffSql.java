package io.credithub.store.review;

/// Questions about sign-offs, and what is kept of them.
final class SignOffSql {
    private static final String ROWS =
            """
            select s.id, s.division, s.school_year, s.version, s.predecessor, s.state, s.manifest,
                s.sha256, s.ledger_seq, s.signature, s.signed_with,
                (select n.id from sign_off n where n.predecessor = s.id and n.state = 3)
                    as successor,
                p.acts, p.times, p.keys, p.offices, p.notes
            from sign_off s
            cross join lateral (
                select array_agg(act::int4 order by id) as acts, array_agg(at order by id) as times,
                    array_agg(by order by id) as keys, array_agg(office order by id) as offices,
                    array_agg(note order by id) as notes
                from sign_off_step where sign_off_id = s.id) p\
            """;

    static final String ONE = ROWS + " where s.id = $1 and starts_with(s.division, $2)";

    static final String OF_YEAR =
            ROWS + " where s.division = $1 and s.school_year = $2 order by s.version desc";

    static final String LIST =
            ROWS
                    + """
                     where starts_with(s.division, $1)
                        and ($2::int2 is null or s.school_year = $2)
                        and ($3::int2 is null or s.state = $3) and s.id < $4
                    order by s.id desc limit $5\
                    """;

    /// The last signed one of each county and school year.
    static final String SIGNED =
            """
            select distinct on (s.division, s.school_year)
                s.division, s.school_year, s.version, s.manifest
            from sign_off s join sign_off_step p on p.sign_off_id = s.id and p.act = 3
            where starts_with(s.division, $1) and ($2::int2 is null or s.school_year = $2)
            order by s.division, s.school_year, s.version desc\
            """;

    static final String PREPARE =
            """
            insert into sign_off
                (division, school_year, version, predecessor, manifest, sha256, ledger_seq)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id\
            """;

    static final String STEP =
            """
            insert into sign_off_step (sign_off_id, act, at, by, office, note)
            values ($1, $2, $3, $4, $5, $6)\
            """;

    static final String PART =
            """
            insert into sign_off_part (sign_off_id, no, name, rows, sha256, content)
            values ($1, $2, $3, $4, $5, $6)\
            """;

    static final String ADVANCE =
            """
            update sign_off set state = $3, signature = $4, signed_with = $5
            where id = $1 and state = $2\
            """;

    static final String FILES =
            """
            select s.manifest, s.signature, s.signed_with, p.name, p.rows, p.content
            from sign_off s join sign_off_part p on p.sign_off_id = s.id
            where s.id = $1 order by p.no\
            """;

    private SignOffSql() {}
}
