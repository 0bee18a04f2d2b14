package io.credithub.store.completion;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Two copies of one training, field by field, as far as both sides state a field: what one of them
/// leaves out is no difference.
public final class CopySql {
    /// Of `a`, which is set aside, and `w`, which is in force: one row for each field that differs.
    public static final String FIELDS =
            """
            select v.no, v.field, v.in_force, v.aside from (values %s)
                as v (no, field, in_force, aside)
            where v.in_force <> v.aside\
            """
                    .formatted(values());

    private CopySql() {}

    private static String values() {
        List<String> rows = new ArrayList<>();
        add(rows, "/hours", copy -> hundredths("nullif(" + copy + ".hours, 0)"));
        add(rows, "/form", copy -> form(copy + ".form"));
        add(rows, "/parts", CopySql::parts);
        add(rows, "/grade", copy -> grade(copy + ".grade"));
        add(rows, "/attendance", copy -> number(copy, "attendance"));
        add(rows, "/themes", copy -> copy + ".themes");
        add(rows, "/sourceCredits", copy -> hundredths(copy + ".source_credits"));
        add(rows, "/activity/category", copy -> detail(copy, "category"));
        add(rows, "/activity/rank", copy -> detail(copy, "rank"));
        add(rows, "/activity/role", copy -> detail(copy, "role"));
        add(rows, "/activity/quantity", copy -> number(copy, "quantity"));
        add(rows, "/activity/decidedCredits", copy -> number(copy, "decidedCredits"));
        return String.join(", ", rows);
    }

    private static void add(List<String> rows, String field, UnaryOperator<String> of) {
        rows.add(
                "(%d, '%s', %s, %s)"
                        .formatted(rows.size() + 1, field, of.apply("w"), of.apply("a")));
    }

    /// An amount with two places.
    public static String hundredths(String column) {
        return "to_char(%s / 100.0, 'FM9999990.00')".formatted(column);
    }

    private static String detail(String copy, String field) {
        return "%s.detail::jsonb ->> '%s'".formatted(copy, field);
    }

    /// However many places it was written with.
    private static String number(String copy, String field) {
        return "trim_scale((%s)::numeric)::text".formatted(detail(copy, field));
    }

    /// In whatever order they were given.
    private static String parts(String copy) {
        return """
        (select string_agg(%s || ' ' || %s, ' + ' order by p -> 0, p -> 1)
            from jsonb_array_elements(%s.detail::jsonb -> 'parts') as e (p))\
        """
                .formatted(form("(p ->> 0)::int"), hundredths("(p ->> 1)::int"), copy);
    }

    private static String form(String column) {
        StringBuilder cases = new StringBuilder("case ").append(column);
        for (Form form : Form.values()) when(cases, form.code(), form.name());
        return cases.append(" end").toString();
    }

    private static String grade(String column) {
        StringBuilder cases = new StringBuilder("case ").append(column);
        for (Grade grade : Grade.values()) when(cases, grade.code(), grade.name());
        return cases.append(" end").toString();
    }

    private static void when(StringBuilder cases, int code, String name) {
        cases.append(" when ").append(code).append(" then '").append(name).append('\'');
    }
}
