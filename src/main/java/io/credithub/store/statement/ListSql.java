package io.credithub.store.statement;

import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.ListPlace;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about lists. What is not asked for is no part of the statement, so that each page is
/// read from the index that suits it: a province's in the order of the list, and a city's, a
/// county's or a school's by where it is, sorted then. In the order of the list its teachers may
/// all stand at the end, which no plan knows.
final class ListSql {
    /// The name of the school that a teacher belongs to: of one who works elsewhere, as it is named
    /// by those who work there.
    private static final String SCHOOL_NAME =
            """
            case when t.home_school_code is null or t.home_school_code = t.school_code
                then t.school_name else (
                    select max(o.school_name) from teacher o where o.school_code = v.school) end\
            """;

    private static final String JOINED = "teacher_verdict v join teacher t on t.id = v.teacher_id";

    private static final String NAMED =
            """
            named v cross join lateral (
                select v.teacher_id as id, v.teacher_no, v.name, v.school_code, v.school_name,
                    v.home_school_code) t\
            """;

    /// What the codes of a province's divisions begin with.
    private static final int PROVINCE_DIGITS = 2;

    private final TeacherFilter filter;

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    ListSql(TeacherFilter filter) {
        this.filter = filter;
        conditions.add("v.cycle = " + filter.cycle());
        sight(filter.sight());
        if (filter.state() != null) conditions.add("v.state = " + value(filter.state().name()));
    }

    Tuple values() {
        return values;
    }

    /// @param after null: from the first
    String page(ListOrder order, @Nullable ListPlace after, int most) {
        name();
        return rows(JOINED, "", order, after, most);
    }

    /// A page and the counts beside it, of those who are called so: each of them is found once.
    /// Without a row of the page there is one with its counts alone.
    String namedPage(ListOrder order, @Nullable ListPlace after, int most) {
        name();
        String named =
                """
                select v.*, t.teacher_no, t.name, t.school_code, t.school_name, t.home_school_code
                from %s%s\
                """
                        .formatted(JOINED, where());
        conditions.clear();
        conditions.add("true");
        String place = ", row_number() over (order by %s) as place".formatted(inOrder(order));
        return """
        with named as materialized (%s),
        counted as (
            select array_agg(verdict) as verdicts, array_agg(teachers) as numbers from (
                select %s as verdict, count(*) as teachers from named v group by 1) g)
        select c.verdicts, c.numbers, p.* from counted c left join (%s) p on true order by place\
        """
                .formatted(named, column("verdict"), rows(NAMED, place, order, after, most));
    }

    private String rows(
            String from, String place, ListOrder order, @Nullable ListPlace after, int most) {
        if (filter.verdict() != null) {
            conditions.add(column("verdict") + " = " + filter.verdict().code());
        }
        if (after != null) conditions.add(beyond(order, after));
        return """
        select v.teacher_id, v.division, v.school, v.state, %s, t.teacher_no, t.name,
            %s as school_name%s
        from %s%s order by %s limit %s\
        """
                .formatted(
                        figures(), SCHOOL_NAME, place, from, where(), inOrder(order), value(most));
    }

    private String inOrder(ListOrder order) {
        String direction = order.descending() ? " desc" : "";
        return key(order) + direction + ", " + id(order) + direction;
    }

    /// By the rows themselves, where there is no count of what is asked for.
    String rowCounts() {
        name();
        return "select %s as verdict, count(*) as teachers from teacher_verdict v"
                        .formatted(column("verdict"))
                + (filter.name() == null ? "" : " join teacher t on t.id = v.teacher_id")
                + where()
                + " group by 1 order by 1";
    }

    /// Whether the counts that are kept answer it.
    boolean isCounted() {
        return filter.name() == null && filter.sight().school() == null;
    }

    String keptCounts() {
        int period = filter.schoolYear() == null ? VerdictCounts.WHOLE : filter.schoolYear();
        return "select v.verdict, sum(v.teachers)::int8 as teachers from verdict_count v"
                + where()
                + " and v.period = "
                + period
                + " group by 1 having sum(v.teachers) > 0 order by 1";
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }

    /// Divisions are ordered byte by byte, and the colon stands behind every digit. A province's
    /// stand in the statement itself: a plan for any two takes them for a small part, and sorts
    /// everybody for each page.
    private void sight(TeacherSight sight) {
        String prefix = sight.within().prefix();
        if (!prefix.isEmpty()) {
            boolean isPart = prefix.length() > PROVINCE_DIGITS;
            String behind = prefix + ":";
            conditions.add("v.division >= " + (isPart ? value(prefix) : "'" + prefix + "'"));
            conditions.add("v.division < " + (isPart ? value(behind) : "'" + behind + "'"));
        }
        if (sight.school() != null) conditions.add("v.school = " + value(sight.school()));
    }

    /// No pattern: whatever stands in it stands for itself.
    private void name() {
        if (filter.name() != null) {
            conditions.add("strpos(t.name, " + value(filter.name()) + ") > 0");
        }
    }

    private String figures() {
        StringBuilder columns = new StringBuilder();
        for (String one :
                List.of("verdict", "recognised", "required", "missing", "borrowed", "floors")) {
            columns.append(columns.isEmpty() ? "" : ", ").append(column(one) + " as " + one);
        }
        return columns.toString();
    }

    /// Of the cycle, or of its school year.
    private String column(String name) {
        Integer year = filter.schoolYear();
        return year == null
                ? "v." + name
                : "v.year_%s[%d]".formatted(name, year - filter.cycle() + 1);
    }

    private String key(ListOrder order) {
        return switch (order.by()) {
            case NUMBER -> sorted("coalesce(t.teacher_no, '')", " || ''");
            case NAME -> sorted("t.name", " || ''");
            case SCHOOL -> sorted("v.school", " || ''");
            case MISSING -> sorted(column("missing"), " + 0");
        };
    }

    /// @param same changes nothing, but an index does not have it
    private String sorted(String key, String same) {
        TeacherSight sight = filter.sight();
        boolean isPart =
                sight.school() != null || sight.within().prefix().length() > PROVINCE_DIGITS;
        return isPart ? key + same : key;
    }

    /// As the index of the order has it.
    private static String id(ListOrder order) {
        return switch (order.by()) {
            case NUMBER, NAME -> "t.id";
            case SCHOOL, MISSING -> "v.teacher_id";
        };
    }

    private String beyond(ListOrder order, ListPlace after) {
        String key =
                switch (order.by()) {
                    case NUMBER, SCHOOL -> value(after.key());
                    case NAME ->
                            "(select name from teacher where id = " + value(after.teacher()) + ")";
                    case MISSING -> value(Math.toIntExact(Long.parseLong(after.key())));
                };
        return "(%s, %s) %s (%s, %s)"
                .formatted(
                        key(order),
                        id(order),
                        order.descending() ? "<" : ">",
                        key,
                        value(after.teacher()));
    }

    private String value(Object one) {
        values.addValue(one);
        return "$" + values.size();
    }
}
