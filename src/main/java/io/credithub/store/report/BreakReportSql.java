package io.credithub.store.report;

import io.credithub.domain.Narrow;
import io.credithub.flow.report.table.BreakReportFigures.BreakReportFilter;
import io.credithub.store.completion.CreditsInQuestion;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions of the report about breaks. What is not asked for is no part of a statement.
final class BreakReportSql {
    /// How long a break has been open, or was: full days until the moment `$1`.
    private static final String DAYS =
            """
            greatest(0, floor(extract(epoch from
                least($1::timestamptz, coalesce(b.closed_at, $1)) - b.opened_at) / 86400))\
            """;

    private static final String SUMS =
            """
            select b.code, b.cause, b.owner, case when a.days <= 7 then '0-7'
                    when a.days <= 30 then '8-30' when a.days <= 90 then '31-90'
                    when a.days <= 180 then '91-180' else '181-' end as age,
                count(*) as breaks, sum(%s)::int8 as in_question
            from recon_break b cross join lateral (select %s as days) a
            where %%s group by 1, 2, 3, 4 order by 1, 2, 3, 4\
            """
                    .formatted(CreditsInQuestion.OF_BREAK, DAYS);

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    BreakReportSql(BreakReportFilter filter) {
        value(filter.asOf().atOffset(ZoneOffset.UTC));
        conditions.add("b.opened_at <= $1::timestamptz");
        conditions.add("b.state = " + filter.state().code()); // some indexes are of some states
        division(filter.within().prefix(), filter.isWhole());
        equal("school_year", year(filter.schoolYear()));
        equal("code", filter.code() == null ? null : Narrow.toShort(filter.code().code()));
        equal("owner", filter.owner() == null ? null : Narrow.toShort(filter.owner().code()));
        if (filter.feed() != null) {
            conditions.add(
                    "b.feed_id = (select id from feed where code = " + value(filter.feed()) + ")");
        }
    }

    String sums() {
        return SUMS.formatted(where());
    }

    String lines() {
        return """
        select b.division, b.school_code,
            case when t.school_code = b.school_code then t.school_name end as school_name,
            t.teacher_no, b.school_year, b.code, b.owner, b.assignee, b.opened_at, b.closed_at,
            p.code as our_feed, b.peer_id as our_record, b.ours, b.hours_ours, b.credits_ours,
            f.code as their_feed, b.record_id as their_record, b.theirs, b.hours_theirs,
            b.credits_theirs
        from recon_break b left join teacher t on t.id = b.teacher_id
        left join feed f on f.id = b.feed_id left join feed p on p.id = b.peer_feed_id
        where %s
        order by b.division, b.school_code collate "C", t.teacher_no collate "C", b.opened_at,
            b.identity\
        """
                .formatted(where());
    }

    Tuple values() {
        return values;
    }

    static @Nullable Short year(@Nullable Integer schoolYear) {
        return schoolYear == null ? null : Narrow.toShort(schoolYear);
    }

    private String where() {
        return String.join(" and ", conditions);
    }

    private String value(Object one) {
        values.addValue(one);
        return "$" + values.size();
    }

    /// Divisions are ordered byte by byte, and the colon stands behind every digit.
    private void division(String prefix, boolean isWhole) {
        if (prefix.isEmpty()) return;
        String from = value(prefix);
        String to = value(prefix + ":");
        String theirs = "b.division >= %s and b.division < %s".formatted(from, to);
        conditions.add(isWhole ? "(" + theirs + " or b.division = '')" : theirs);
    }

    private void equal(String column, @Nullable Object to) {
        if (to != null) conditions.add("b." + column + " = " + value(to));
    }
}
