package io.credithub.store.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.recognition.Act;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Dispatch;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.Claim.School;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// Rows of `recognition` and of the tables below it, as claims.
public final class ClaimRows {
    static final String SELECT =
            """
            select r.id, r.school_code, r.division_code, r.state, r.revision, r.version, b.body,
                b.body_key
            from recognition r
            join recognition_body b on b.recognition_id = r.id and b.revision = r.revision
            """;

    static final String BODY = Sealed.CLAIM_BODY;
    static final String PUSH = Sealed.CLAIM_PUSH;

    private ClaimRows() {}

    static Claim claim(Row row, Sealed sealed, List<Event> history, List<Dispatch> dispatches) {
        return new Claim(
                new ClaimNumber(row.getLong("id")),
                new School(row.getString("school_code"), row.getString("division_code")),
                ClaimState.valueOf(row.getString("state")),
                row.getInteger("revision"),
                row.getInteger("version"),
                body(text(row, sealed)),
                history,
                dispatches);
    }

    private static String text(Row row, Sealed sealed) {
        byte[] body = row.getBuffer("body").getBytes();
        if (row.getValue("body_key") == null) return new String(body, UTF_8);
        byte[] clear = sealed.openClaim(BODY, row.getLong("id"), row.getInteger("revision"), body);
        return new String(clear, UTF_8);
    }

    static Tuple body(Sealed sealed, long claim, int revision, String json) {
        Buffer body = sealed.claim(BODY, claim, revision, json.getBytes(UTF_8));
        return Tuple.of(claim, revision, body, sealed.key());
    }

    static Tuple push(Sealed sealed, long claim, int no, byte[] payload) {
        return Tuple.of(claim, no, sealed.claim(PUSH, claim, no, payload), sealed.key());
    }

    /// @param row of `recognition_push`
    static byte[] payload(Row row, Sealed sealed) {
        byte[] payload = row.getBuffer("payload").getBytes();
        if (row.getValue("payload_key") == null) return payload;
        return sealed.openClaim(PUSH, row.getLong("recognition_id"), row.getInteger("no"), payload);
    }

    private static JsonNode body(String text) {
        return switch (StrictJson.read(text)) {
            case StrictJson.Parsed.ParsedValue value -> value.node();
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
                            RowReading.instant(row, "at"),
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
