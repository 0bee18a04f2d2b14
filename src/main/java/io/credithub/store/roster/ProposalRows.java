package io.credithub.store.roster;

import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.PersonAct.RecordName;
import io.credithub.flow.roster.Persons.FormerKey;
import io.credithub.flow.roster.Persons.Proposal;
import io.credithub.flow.roster.Persons.ProposalState;
import io.credithub.flow.roster.Persons.RosterDoubt;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.IdentityRows;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What registrars proposed, as rows.
final class ProposalRows {
    private static final String RENUMBER = "RENUMBER";
    private static final String MERGE = "MERGE";
    private static final String PART = "PART";

    private ProposalRows() {}

    static String kind(PersonAct act) {
        return switch (act) {
            case PersonAct.Renumber _ -> RENUMBER;
            case PersonAct.Merge _ -> MERGE;
            case PersonAct.PartRecords _ -> PART;
        };
    }

    static Proposal proposal(Row row) {
        return new Proposal(
                row.getUUID("id"),
                act(row),
                row.getInteger("teacher_id"),
                row.getInteger("other_id"),
                row.getString("reason"),
                ProposalState.valueOf(row.getString("state")),
                RowReading.instant(row, "proposed_at"),
                row.getString("proposed_by"),
                RowReading.instantOrNull(row, "decided_at"),
                row.getString("decided_by"));
    }

    private static PersonAct act(Row row) {
        String number = row.getString("teacher_no");
        return switch (row.getString("kind")) {
            case RENUMBER -> new PersonAct.Renumber(number, row.getString("new_number"));
            case MERGE -> new PersonAct.Merge(number, text(row.getString("other_no")));
            default ->
                    new PersonAct.PartRecords(
                            number,
                            row.getString("new_number"),
                            row.getString("name"),
                            row.getLocalDate("birth_date"),
                            records(row));
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<RecordName> records(Row row) {
        String[] feeds = row.getArrayOfStrings("feeds");
        String[] ids = row.getArrayOfStrings("record_ids");
        if (feeds == null || ids == null) return List.of();
        List<RecordName> records = new ArrayList<>(feeds.length);
        for (int i = 0; i < feeds.length; i++) records.add(new RecordName(feeds[i], ids[i]));
        return records;
    }

    static RosterDoubt doubt(Row row) {
        String[] numbers = row.getArrayOfStrings("numbers");
        return new RosterDoubt(
                row.getString("code"),
                row.getString("teacher_no"),
                row.getString("id_masked"),
                row.getString("name"),
                row.getLocalDate("birth_date"),
                row.getString("division_code"),
                numbers == null ? List.of() : List.of(numbers),
                RowReading.instant(row, "first_seen"),
                RowReading.instant(row, "last_seen"));
    }

    static FormerKey former(Row row) {
        return new FormerKey(
                IdentityRows.FormerKind.of(row.getInteger("kind")).name(),
                row.getString("value"),
                RowReading.instant(row, "ended_at"));
    }
}
