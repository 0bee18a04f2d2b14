package io.credithub.store.teacher;

/// Where schools are, by today's roster.
public final class SchoolSql {
    /// The code of the school that a content `c` states of its teacher `t`, if it is another
    /// county's; else null. A school lies where those work who belong there and have not left;
    /// where they do not agree, nobody can tell. Who works away from home may state either school.
    public static final String ELSEWHERE =
            """
            case when c.said_school <> t.school_digest then (
                select min(o.school_code) from teacher o
                where o.school_digest = c.said_school and o.left_on is null
                    and o.merged_into is null
                    and (o.home_school_code is null or o.home_school_code = o.school_code)
                    and (o.home_division_code is null or o.home_division_code = o.division_code)
                having min(o.division_code) = max(o.division_code)
                    and min(o.division_code) not in (t.answering_division, t.division_code)
                    and min(o.school_code) is distinct from t.home_school_code) end\
            """;

    private SchoolSql() {}
}
