package io.credithub.store.roster;

/// Statements that change who is who.
final class PersonSql {
    /// The number of the teacher `$1` becomes a former one.
    static final String KEEP_NUMBER =
            """
            insert into former_identity (teacher_id, kind, hash, value)
            select id, 1, number_hash, teacher_no from teacher
            where id = $1 and teacher_no is not null\
            """;

    static final String KEEP_NAME =
            """
            insert into former_identity (teacher_id, kind, value) values ($1, 3, $2)
            on conflict do nothing\
            """;

    static final String RENUMBER =
            """
            update teacher set teacher_no = $2, number_hash = $3, has_past = true,
                version = version + 1
            where id = $1\
            """;

    /// One after the other: `$1` is kept, `$2` becomes `$1`. Number and document of the other go on
    /// finding the one who is kept.
    static final String[] MERGE = {
        """
        update former_identity f set teacher_id = $1 where f.teacher_id = $2 and not exists (
            select from former_identity k
            where k.teacher_id = $1 and k.kind = 3 and f.kind = 3 and k.value = f.value)\
        """,
        """
        insert into former_identity (teacher_id, kind, hash, value)
        select $1::int4, 1, number_hash, teacher_no from teacher
        where id = $2 and teacher_no is not null\
        """,
        """
        insert into former_identity (teacher_id, kind, hash, value, id_type, id_cipher, id_key)
        select $1::int4, 2, o.id_hash, o.id_masked, o.id_type, o.id_cipher, o.id_key
        from teacher o where o.id = $2 and o.id_hash is not null\
        """,
        """
        update teacher set teacher_no = null, number_hash = null, id_hash = null, id_type = null,
            id_cipher = null, id_key = null, id_masked = null, status = 'LEFT', merged_into = $1,
            version = version + 1
        where id = $2\
        """,
        """
        update teacher set has_past = true, version = version + 1
        where id = $1 and $2::int4 is not null\
        """,
    };

    /// A teacher beside `$1`.
    static final String PART =
            """
            insert into teacher (teacher_no, number_hash, name, birth_date, school_code, school_name,
                home_school_code, home_division_code, division_code, status)
            select $2, $3, $4, $5, school_code, school_name, home_school_code, home_division_code,
                division_code,
                'ACTIVE'
            from teacher where id = $1 returning id\
            """;

    private PersonSql() {}
}
