package io.credithub.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.recognition.Act;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.StrictJson;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Dispatch;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.Claim.School;
import io.credithub.flow.recognition.ClaimNumber;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Rows of `recognition` and of the tables below it, as claims.
final class ClaimRows {
    static final String SELECT =
            """
            select r.id, r.school_code, r.division_code, r.state, r.revision, r.version, b.body
            from recognition r
            join recognition_body b on b.recognition_id = r.id and b.revision = r.revision
            """;

    private ClaimRows() {}

    static Claim claim(Row row, List<Event> history, List<Dispatch> dispatches) {
        return new Claim(
                new ClaimNumber(row.getLong("id")),
                new School(row.getString("school_code"), row.getString("division_code")),
                ClaimState.valueOf(row.getString("state")),
                row.getInteger("revision"),
                row.getInteger("version"),
                body(row.getString("body")),
                history,
                dispatches);
    }

    private static JsonNode body(String text) {
        return switch (StrictJson.read(text)) {
            case StrictJson.Parsed.Value value -> value.node();
            case StrictJson.Parsed.Broken _ ->
                    throw new IllegalStateException("a claim that was read once is broken");
        };
    }

    static List<Event> history(RowSet<Row> rows) {
        List<Event> history = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Integer decided = row.getInteger("decided");
            history.add(
                    new Event(
                            row.getInteger("no"),
                            Act.valueOf(row.getString("act")),
                            ClaimState.valueOf(row.getString("state")),
                            row.getString("by_key"),
                            Objects.requireNonNull(DeliveryStatusRows.instant(row, "at")),
                            row.getInteger("revision"),
                            row.getString("note"),
                            decided == null ? null : new Credits(decided)));
        }
        return history;
    }

    static List<Dispatch> dispatches(RowSet<Row> rows) {
        List<Dispatch> dispatches = new ArrayList<>(rows.size());
        for (Row row : rows) {
            dispatches.add(new Dispatch(row.getInteger("no"), row.getLong("delivery_id")));
        }
        return dispatches;
    }
}
