package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.reconciliation.CountyStanding;
import io.credithub.flow.reconciliation.FeedSums;
import io.credithub.flow.reconciliation.Figures;
import io.credithub.flow.reconciliation.Figures.States;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Posted;
import io.credithub.store.delivery.CountColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Map;
import java.util.TreeMap;

/// Rows of [ReconciliationSql] as lines of the reconciliation.
public final class SumsRows {
    private SumsRows() {}

    static FeedSums feed(Row row) {
        return new FeedSums(
                row.getString("code"),
                row.getLong("deliveries"),
                CountColumns.records(row, row.getLong("declared"), row.getLong("undeclared")),
                new PersonCounts(
                        row.getLong("declared_persons"),
                        row.getLong("undeclared_persons"),
                        row.getLong("persons")),
                CountColumns.hours(row, hours(row, "undeclared_hours")),
                posted(row));
    }

    private static Posted posted(Row row) {
        long inForce = row.getLong("posted");
        long aside = row.getLong("aside");
        long inForceHours = row.getLong("posted_hours");
        long asideHours = row.getLong("aside_hours");
        return new Posted(
                inForce,
                aside,
                row.getLong("accepted") - inForce - aside,
                new Hours(inForceHours),
                new Hours(asideHours),
                new Hours(row.getLong("accepted_hours") - inForceHours - asideHours),
                credits(row, "posted_credits"),
                row.getLong("posted_persons"));
    }

    static PlaceSums place(Row row) {
        return new PlaceSums(
                row.getString("key"),
                row.getLong("teachers"),
                row.getLong("persons"),
                row.getLong("posted"),
                row.getLong("aside"),
                hours(row, "posted_hours"),
                hours(row, "aside_hours"),
                credits(row, "posted_credits"));
    }

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

    static Map<String, Long> persons(RowSet<Row> rows) {
        Map<String, Long> persons = new TreeMap<>();
        for (Row row : rows) persons.put(row.getString("key"), row.getLong("persons"));
        return persons;
    }

    public static Figures.Movements movements(Row row) {
        return new Figures.Movements(
                row.getLong("movements"), row.getLong("unbalanced"), row.getLong("unexplained"));
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
