package io.credithub.store.subscription;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.subscription.SendSchedule;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.subscription.Dispatches.AddressedDispatch;
import io.credithub.flow.subscription.Dispatches.TakenDispatch;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.ReportWish;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import io.credithub.store.sql.RowReading;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Subscriptions and dispatches as rows, both ways.
final class SubscriptionRows {
    private SubscriptionRows() {}

    static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Tuple added(Subscription wanted, int most) {
        ReportWish wish = wanted.wish();
        return Tuple.of(wanted.owner(), wish.name().name(), wish.within().divisionCode())
                .addInteger(wish.schoolYear())
                .addString(terms(wish.terms()))
                .addString(wish.format().name())
                .addString(wish.language().name())
                .addString(wanted.schedule().line())
                .addString(wanted.address().target())
                .addArrayOfString(recipients(wanted))
                .addOffsetDateTime(time(wanted.nextDue()))
                .addOffsetDateTime(time(wanted.madeAt()))
                .addLong((long) most);
    }

    static Tuple changed(Subscription changed) {
        ReportWish wish = changed.wish();
        return Tuple.of(changed.id(), changed.version())
                .addInteger(wish.schoolYear())
                .addString(wish.format().name())
                .addString(wish.language().name())
                .addString(changed.schedule().line())
                .addString(changed.address().target())
                .addArrayOfString(recipients(changed))
                .addString(changed.state().name())
                .addOffsetDateTime(time(changed.nextDue()));
    }

    private static String[] recipients(Subscription of) {
        return of.address().recipients().toArray(String[]::new);
    }

    private static String terms(Map<String, String> terms) {
        JsonObject json = new JsonObject();
        new TreeMap<>(terms).forEach((name, value) -> json.put(name, ResidentId.masked(value)));
        return json.encode();
    }

    static Subscription subscription(Row row) {
        return new Subscription(
                row.getInteger("s_id"),
                row.getString("owner"),
                wish(row),
                SendSchedule.parse(row.getString("schedule")),
                new SendAddress(
                        row.getString("target"), List.of(row.getArrayOfStrings("recipients"))),
                SubscriptionState.valueOf(row.getString("s_state")),
                refusal(row.getString("paused_for")),
                row.getInteger("version"),
                RowReading.instantOrNull(row, "next_due"),
                RowReading.instant(row, "made_at"));
    }

    private static ReportWish wish(Row row) {
        Map<String, String> terms = new TreeMap<>();
        JsonObject json = new JsonObject(row.getString("terms"));
        for (String name : json.fieldNames()) terms.put(name, json.getString(name));
        return new ReportWish(
                ReportName.valueOf(row.getString("name")),
                new Jurisdiction(row.getString("division")),
                row.getInteger("school_year"),
                terms,
                ReportFormat.valueOf(row.getString("format")),
                ReportLanguage.valueOf(row.getString("language")));
    }

    private static @Nullable SendRefusal refusal(@Nullable String name) {
        return name == null ? null : SendRefusal.valueOf(name);
    }

    static TakenDispatch taken(Row row) {
        return new TakenDispatch(addressed(row), row.getInteger("hold"));
    }

    static AddressedDispatch addressed(Row row) {
        return new AddressedDispatch(dispatch(row), subscription(row));
    }

    static ReportDispatch dispatch(Row row) {
        return new ReportDispatch(
                row.getInteger("id"),
                row.getUUID("key"),
                RowReading.instant(row, "due_at"),
                row.getBoolean("is_trial"),
                DispatchState.valueOf(row.getString("state")),
                row.getInteger("job_id"),
                row.getInteger("attempts"),
                RowReading.instantOrNull(row, "first_try"),
                RowReading.instantOrNull(row, "try_at"),
                row.getString("file_name"),
                receipt(row),
                row.getString("failure"),
                refusal(row.getString("refused")),
                RowReading.instantOrNull(row, "finished_at"));
    }

    private static @Nullable SendReceipt receipt(Row row) {
        Instant at = RowReading.instantOrNull(row, "sent_at");
        if (at == null) return null;
        return new SendReceipt(
                row.getString("sent_to"),
                at,
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
                row.getString("answer"));
    }
}
