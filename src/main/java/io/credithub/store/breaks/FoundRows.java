package io.credithub.store.breaks;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.Discrepancy.BreakRecord;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Differences as rows, and their fields as a text, both ways.
final class FoundRows {
    private FoundRows() {}

    /// In the order of [SettleSql#FOUND], the run behind them.
    static Tuple tuple(List<Discrepancy> found, int run) {
        ArrayParameters<Discrepancy> columns =
                new ArrayParameters<>(found)
                        .uuids(one -> one.subject().identity())
                        .shorts(one -> one.subject().aspect().code())
                        .shorts(one -> one.code().code())
                        .booleans(Discrepancy::isInformation)
                        .shorts(one -> one.code().owner().code())
                        .intsOrNull(FoundRows::teacher)
                        .texts(one -> one.place().division())
                        .texts(one -> one.place().school())
                        .shorts(one -> one.place().schoolYear());
        record(columns, Discrepancy::record);
        record(columns, Discrepancy::peer);
        return columns.longsOrNull(one -> one.hours().ours())
                .longsOrNull(one -> one.hours().theirs())
                .longsOrNull(one -> one.credits().ours())
                .longsOrNull(one -> one.credits().theirs())
                .texts(one -> primary(one, FieldDifference::ours))
                .texts(one -> primary(one, FieldDifference::theirs))
                .texts(one -> fields(one.fields()))
                .texts(Discrepancy::cause)
                .uuids(Discrepancy::print)
                .plain(run)
                .tuple();
    }

    private static void record(
            ArrayParameters<Discrepancy> columns,
            Function<Discrepancy, @Nullable BreakRecord> side) {
        columns.shortsOrNull(one -> feed(side.apply(one)))
                .uuids(one -> key(side.apply(one)))
                .texts(one -> id(side.apply(one)));
    }

    private static @Nullable Integer teacher(Discrepancy one) {
        int teacher = one.place().teacher();
        return teacher == 0 ? null : teacher;
    }

    private static @Nullable Integer feed(@Nullable BreakRecord record) {
        return record == null ? null : record.feed();
    }

    private static @Nullable UUID key(@Nullable BreakRecord record) {
        return record == null ? null : record.key();
    }

    private static @Nullable String id(@Nullable BreakRecord record) {
        return record == null ? null : record.id();
    }

    /// The value that gives the code.
    private static @Nullable String primary(
            Discrepancy one, Function<FieldDifference, @Nullable String> side) {
        for (FieldDifference field : one.fields()) {
            if (field.code() == one.code()) return side.apply(field);
        }
        return null;
    }

    private static String fields(List<FieldDifference> fields) {
        JsonArray all = new JsonArray();
        for (FieldDifference field : fields) {
            all.add(
                    new JsonArray()
                            .add(field.field())
                            .add(field.ours())
                            .add(field.theirs())
                            .add(field.code().code()));
        }
        return all.encode();
    }

    static List<FieldDifference> fields(String text) {
        JsonArray all = new JsonArray(text);
        List<FieldDifference> fields = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            JsonArray field = all.getJsonArray(i);
            fields.add(
                    new FieldDifference(
                            field.getString(0),
                            field.getString(1),
                            field.getString(2),
                            BreakCode.of(field.getInteger(3))));
        }
        return fields;
    }
}
