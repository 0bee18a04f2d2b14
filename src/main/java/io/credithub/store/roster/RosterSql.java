package io.credithub.store.roster;

import io.credithub.store.teacher.IdentityRows;

/// Statements about the roster.
final class RosterSql {
    static final String KNOWN =
            """
            with found as (
                select t.id from unnest($1::uuid[]) as k (hash)
                join teacher t on t.number_hash = k.hash
                union
                select t.id from unnest($2::uuid[]) as k (hash) join teacher t on t.id_hash = k.hash
                union
                select f.teacher_id from unnest($1::uuid[]) as k (hash)
                join former_identity f on f.kind = 1 and f.hash = k.hash
                union
                select f.teacher_id from unnest($2::uuid[]) as k (hash)
                join former_identity f on f.kind = 2 and f.hash = k.hash)
            select %s, t.teacher_no, t.school_code, t.school_name, t.home_school_code,
                t.division_code, t.status, t.confirmed_on, t.transferred_on, t.home_division_code,
                t.left_on
            from found join teacher t using (id)\
            """
                    .formatted(IdentityRows.COLUMNS);

    private static final String COLUMNS =
            """
            teacher_no, number_hash, id_type, id_hash, id_cipher, id_masked, name, birth_date,
            school_code, school_name, home_school_code, division_code, status, confirmed_on,
            transferred_on, home_division_code, left_on\
            """;

    private static final String VALUES =
            """
            unnest($1::text[], $2::uuid[], $3::int2[], $4::uuid[], $5::bytea[], $6::text[],
                $7::text[], $8::date[], $9::text[], $10::text[], $11::text[], $12::text[],
                $13::text[], $14::date[], $15::date[], $16::text[], $17::date[]\
            """;

    /// The second byte of what is sealed is the number of its key.
    static final String ADD =
            """
            insert into teacher (%1$s, id_key)
            select n.*, get_byte(n.id_cipher, 1) from %2$s) as n (%1$s) returning id\
            """
                    .formatted(COLUMNS, VALUES);

    static final String CHANGE =
            """
            update teacher t set teacher_no = n.teacher_no,
                number_hash = coalesce(n.number_hash, t.number_hash),
                id_type = coalesce(n.id_type, t.id_type), id_hash = coalesce(n.id_hash, t.id_hash),
                id_cipher = coalesce(n.id_cipher, t.id_cipher),
                id_key = coalesce(get_byte(n.id_cipher, 1), t.id_key),
                id_masked = coalesce(n.id_masked, t.id_masked), name = n.name, birth_date = n.birth_date,
                school_code = n.school_code, school_name = n.school_name,
                home_school_code = n.home_school_code, division_code = n.division_code,
                status = n.status, confirmed_on = n.confirmed_on,
                transferred_on = n.transferred_on, home_division_code = n.home_division_code,
                left_on = n.left_on, version = t.version + 1
            from %2$s, $18::int4[]) as n (%1$s, id)
            where t.id = n.id\
            """
                    .formatted(COLUMNS, VALUES);

    private RosterSql() {}
}
