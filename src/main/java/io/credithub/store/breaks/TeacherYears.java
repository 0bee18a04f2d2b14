package io.credithub.store.breaks;

import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.flow.breaks.BreakQuestion;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.flow.breaks.YearDifferences;
import io.credithub.flow.breaks.YearDifferences.TeacherYear;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.rules.Policies;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.CursorScan;
import io.credithub.store.teacher.AccountRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The school years of teachers, by what is summed up of them: three questions for each set of
/// teachers.
@Singleton
public class TeacherYears implements DiscrepancySource {
    private static final String YEARS =
            "select distinct school_year from reconciliation_cell where feed_id = 0 and persons >"
                    + " 0";

    private static final String TEACHERS =
            """
            select t.id, t.school_code from teacher t
            where starts_with(t.answering_division, $1::text) and t.merged_into is null
                and t.erased_at is null order by t.id\
            """;

    /// What is set aside, held or refused has come too.
    private static final String CAME =
            """
            select distinct k.teacher_id, k.school_year
            from unnest($1::int4[], $2::int2[]) as k (teacher_id, school_year)
            join completion c on c.teacher_id = k.teacher_id and c.school_year = k.school_year
                and c.state in (1, 2, 6, 7)\
            """;

    private final Snapshots snapshots;
    private final Policies policies;

    public TeacherYears(Snapshots snapshots, Policies policies) {
        this.snapshots = snapshots;
        this.policies = policies;
    }

    @Override
    public Set<BreakAspect> aspects() {
        return Set.of(BreakAspect.TEACHER_YEAR);
    }

    @Override
    public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
        return snapshots.read(connection ->
                connection
                        .query(YEARS)
                        .execute()
                        .chain(years -> {
                            YearScan scan = new YearScan(connection, differences(question, years));
                            return new CursorScan(connection)
                                    .each(
                                            "teachers",
                                            TEACHERS,
                                            Tuple.of(question.scope().within().prefix()),
                                            rows -> scan.read(rows).chain(note::apply));
                        }));
    }

    private YearDifferences differences(BreakQuestion question, RowSet<Row> years) {
        Set<Integer> known = new HashSet<>();
        for (Row row : years) known.add(row.getInteger(0));
        KeptCycles kept = new KeptCycles(policies, policies.rules(), question.today().day());
        return new YearDifferences(question, kept, known);
    }

    private record YearScan(SqlConnection connection, YearDifferences years) {
        Uni<List<Discrepancy>> read(RowSet<Row> teachers) {
            if (teachers.size() == 0) return Uni.createFrom().item(List.of());
            Map<Integer, String> schools = HashMap.newHashMap(teachers.size());
            for (Row row : teachers)
                schools.put(row.getInteger("id"), row.getString("school_code"));
            Tuple ids = new ArrayParameters<>(List.copyOf(schools.keySet())).ints(id -> id).tuple();
            return connection
                    .preparedQuery(AccountRows.SELECT)
                    .execute(ids)
                    .map(AccountRows::accounts)
                    .chain(accounts ->
                            missed(accounts).map(missed -> found(accounts, schools, missed)));
        }

        /// Of the years without anything in force those of which nothing else has come either.
        private Uni<Map<Integer, Set<Integer>>> missed(List<TeacherAccount> accounts) {
            List<TeacherYear> empty = new ArrayList<>();
            Map<Integer, Set<Integer>> missed = new HashMap<>();
            for (TeacherAccount account : accounts) {
                for (TeacherYear year : years.empty(account)) {
                    empty.add(year);
                    missed.computeIfAbsent(year.teacher(), _ -> new HashSet<>())
                            .add(year.schoolYear());
                }
            }
            if (empty.isEmpty()) return Uni.createFrom().item(missed);
            Tuple asked =
                    new ArrayParameters<>(empty)
                            .ints(TeacherYear::teacher)
                            .shorts(TeacherYear::schoolYear)
                            .tuple();
            return connection
                    .preparedQuery(CAME)
                    .execute(asked)
                    .map(rows -> {
                        for (Row row : rows) {
                            Set<Integer> of = missed.get(row.getInteger(0));
                            if (of != null) of.remove(row.getInteger(1));
                        }
                        return missed;
                    });
        }

        private List<Discrepancy> found(
                List<TeacherAccount> accounts,
                Map<Integer, String> schools,
                Map<Integer, Set<Integer>> missed) {
            List<Discrepancy> found = new ArrayList<>();
            for (TeacherAccount account : accounts) {
                Set<Integer> of = missed.getOrDefault(account.teacher(), Set.of());
                found.addAll(years.of(account, schools.get(account.teacher()), of));
            }
            return found;
        }
    }
}
