package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.Figures;
import io.credithub.flow.reconciliation.Figures.States;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Map;
import java.util.TreeMap;

/// Rows of [ReconciliationSql] as lines of the reconciliation.
public final class SumsRows {
    private SumsRows() {}

    static CountyStanding standing(Row row) {
        return new CountyStanding(
                row.getString("division_code"),
                row.getInteger("cycle"),
                row.getLong("teachers"),
                row.getLong("with_records"),
                row.getLong("without_records"),
                row.getLong("qualified"),
                row.getLong("not_yet"),
                row.getLong("unqualified"),
                row.getLong("not_registered"),
                row.getLong("has_left"),
                credits(row, "earned"),
                credits(row, "recognised"));
    }

    static Map<String, States> states(RowSet<Row> rows) {
        Map<String, States> states = new TreeMap<>();
        for (Row row : rows) {
            states.put(
                    row.getString("code"),
                    new States(
                            row.getLong("in_force"),
                            row.getLong("aside"),
                            row.getLong("held"),
                            row.getLong("refused"),
                            row.getLong("superseded"),
                            row.getLong("withdrawn"),
                            row.getLong("waiting"),
                            hours(row, "accepted_hours"),
                            hours(row, "waiting_hours"),
                            credits(row, "credits"),
                            row.getLong("persons")));
        }
        return states;
    }

    public static Figures.Movements movements(Row row) {
        return new Figures.Movements(
                row.getLong("movements"), row.getLong("unbalanced"), row.getLong("unexplained"));
    }

    static Figures.Adjusted adjusted(Row row) {
        return new Figures.Adjusted(row.getLong("adjustments"), row.getLong("unfounded"));
    }

    static Figures.SignedStatements signed(Row row) {
        return new Figures.SignedStatements(
                row.getLong("statements"), row.getLong("parts"), row.getLong("differing"));
    }

    static Figures.Replayed replays(Row row) {
        return new Figures.Replayed(
                row.getLong("rejected"),
                row.getLong("replayed"),
                row.getLong("open"),
                row.getLong("unsettled"));
    }

    private static Hours hours(Row row, String column) {
        return new Hours(row.getLong(column));
    }

    private static Credits credits(Row row, String column) {
        return new Credits(row.getLong(column));
    }
}
