package io.credithub.store.report;

import io.credithub.domain.Narrow;
import io.credithub.domain.Sha256;
import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportJob;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.report.ReportJob.ReportState;
import io.credithub.flow.report.ReportJobs.TakenReport;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportOrder;
import io.credithub.store.sql.RowReading;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Jobs as rows, both ways.
final class ReportJobRows {
    private ReportJobRows() {}

    static Tuple ordered(ReportOrder order, int openMax) {
        return Tuple.of(order.name().name(), order.within().divisionCode())
                .addShort(Narrow.toShort(order.schoolYear()))
                .addString(terms(order.terms()))
                .addString(order.format().name())
                .addString(order.language().name())
                .addBoolean(order.name().namesPersons())
                .addValue(Buffer.buffer(Sha256.of(order.line())))
                .addString(order.askedBy())
                .addLong((long) openMax)
                .addValue(knownOn(order));
    }

    private static @Nullable OffsetDateTime knownOn(ReportOrder order) {
        return order.knownOn() == null ? null : order.knownOn().atOffset(ZoneOffset.UTC);
    }

    private static String terms(Map<String, String> terms) {
        JsonObject json = new JsonObject();
        new TreeMap<>(terms).forEach((name, value) -> json.put(name, ResidentId.masked(value)));
        return json.encode();
    }

    static ReportJob job(Row row) {
        return new ReportJob(
                row.getInteger("id"),
                order(row),
                ReportState.valueOf(row.getString("state")),
                RowReading.instant(row, "asked_at"),
                RowReading.instantOrNull(row, "as_of"),
                RowReading.instantOrNull(row, "begun_at"),
                RowReading.instantOrNull(row, "finished_at"),
                row.getLong("rows"),
                mark(row),
                row.getString("failure"));
    }

    static TakenReport taken(Row row) {
        return new TakenReport(
                row.getInteger("id"),
                row.getInteger("attempt"),
                order(row),
                RowReading.instant(row, "as_of"));
    }

    private static ReportOrder order(Row row) {
        Map<String, String> terms = new TreeMap<>();
        JsonObject json = new JsonObject(row.getString("terms"));
        for (String name : json.fieldNames()) terms.put(name, json.getString(name));
        return new ReportOrder(
                ReportName.valueOf(row.getString("name")),
                new Jurisdiction(row.getString("division")),
                row.getInteger("school_year"),
                terms,
                ReportFormat.valueOf(row.getString("format")),
                ReportLanguage.valueOf(row.getString("language")),
                row.getString("asked_by"),
                RowReading.instantOrNull(row, "known_on"));
    }

    private static @Nullable ReportMark mark(Row row) {
        Long bytes = row.getLong("bytes");
        if (bytes == null) return null;
        byte[] sha256 = row.getBuffer("sha256").getBytes();
        return new ReportMark(
                bytes, HexFormat.of().formatHex(sha256), row.getString("verification_code"));
    }
}
