package io.credithub.store.teacher;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.roster.RosterRow;
import io.credithub.store.sql.SumBytes;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Teachers with their standings, as rows: one for each cycle, one with nulls where there is none.
public final class AccountRows {
    public static final String SELECT =
            """
            select t.id, t.answering_division, t.name, t.status, t.confirmed_on, t.transferred_on,
                t.left_on, s.cycle, s.policy_id, s.entries, s.earned, s.tally, s.counts, %s, %s
            from unnest($1::int4[]) as k (id)
            join teacher t on t.id = k.id left join standing s on s.teacher_id = t.id\
            """
                    .formatted(ResidenceRows.COLUMN, GrantRows.granted("null"));

    private AccountRows() {}

    public static List<TeacherAccount> accounts(RowSet<Row> rows) {
        Map<Integer, TeacherAccount> accounts = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            TeacherAccount account = accounts.computeIfAbsent(row.getInteger(0), _ -> account(row));
            Integer cycle = row.getInteger("cycle");
            if (cycle != null) account.cycles().put(cycle, cycle(row));
        }
        return new ArrayList<>(accounts.values());
    }

    private static TeacherAccount account(Row row) {
        return new TeacherAccount(
                row.getInteger("id"),
                row.getString("answering_division"),
                ResidenceRows.residences(row),
                NormalForm.person(row.getString("name")),
                facts(row));
    }

    /// What the roster says that a standing depends on, and what was granted.
    static TeacherFacts facts(Row row) {
        TeacherFacts roster =
                new TeacherFacts(
                        row.getLocalDate("confirmed_on"),
                        row.getLocalDate("transferred_on"),
                        RosterRow.TeacherStatus.NEW.name().equals(row.getString("status")));
        return GrantRows.with(roster.leaving(row.getLocalDate("left_on")), row);
    }

    private static TeacherAccount.AccountCycle cycle(Row row) {
        return new TeacherAccount.AccountCycle(
                        false, row.getInteger("policy_id"), tally(row), counts(row))
                .holding(row.getInteger("entries"), row.getLong("earned"));
    }

    public static Tally tally(Row row) {
        return Tally.of(row.getInteger("cycle"), SumBytes.read(row.getBuffer("tally").getBytes()));
    }

    private static int[] counts(Row row) {
        long[] counts = SumBytes.read(row.getBuffer("counts").getBytes());
        int[] sums = new int[counts.length];
        for (int i = 0; i < sums.length; i++) sums[i] = Math.toIntExact(counts[i]);
        return sums;
    }
}
