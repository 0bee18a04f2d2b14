package io.credithub.store.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.statement.VerdictRow;
import io.credithub.flow.statement.VerdictRow.RosterPlace;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// By how much rows that come and go change how many there are of each verdict.
final class VerdictCounts {
    /// The period of a cycle as a whole.
    static final int WHOLE = 0;

    static final String ADD =
            """
            insert into verdict_count as c (cycle, period, division, state, verdict, teachers)
            select * from unnest($1::int2[], $2::int2[], $3::text[], $4::text[], $5::int2[],
                $6::int4[])
            on conflict (cycle, period, division, state, verdict) do update
            set teachers = c.teachers + excluded.teachers\
            """;

    /// Lines in one order, so that nobody waits in a circle.
    private final Map<Counted, Integer> changes = new TreeMap<>();

    record Counted(int cycle, int period, String division, String state, TeacherVerdict verdict)
            implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int order = Integer.compare(cycle, other.cycle);
            if (order == 0) order = Integer.compare(period, other.period);
            if (order == 0) order = division.compareTo(other.division);
            if (order == 0) order = state.compareTo(other.state);
            return order == 0 ? verdict.compareTo(other.verdict) : order;
        }
    }

    /// @param by 1 for a row that comes, -1 for one that goes
    void add(VerdictRow row, int by) {
        add(row, WHOLE, row.whole().verdict(), by);
        for (int year = 0; year < row.years().size(); year++) {
            add(row, row.cycle() + year, row.years().get(year).verdict(), by);
        }
    }

    private void add(VerdictRow row, int period, TeacherVerdict verdict, int by) {
        RosterPlace place = row.place();
        Counted key = new Counted(row.cycle(), period, place.division(), place.state(), verdict);
        changes.merge(key, by, Integer::sum);
    }

    /// What changes at all.
    List<Map.Entry<Counted, Integer>> changes() {
        return changes.entrySet().stream().filter(change -> change.getValue() != 0).toList();
    }

    static Tuple tuple(List<Map.Entry<Counted, Integer>> changes) {
        return new ArrayParameters<>(changes)
                .shorts(change -> change.getKey().cycle())
                .shorts(change -> change.getKey().period())
                .texts(change -> change.getKey().division())
                .texts(change -> change.getKey().state())
                .shorts(change -> change.getKey().verdict().code())
                .ints(Map.Entry::getValue)
                .tuple();
    }
}
