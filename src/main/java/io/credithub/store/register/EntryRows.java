package io.credithub.store.register;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Entries of the register as rows, both ways. Names hold no line end, so several are one text.
final class EntryRows {
    private static final String LINE = "\n";

    static final ArrayColumns COLUMNS =
            ArrayColumns.of(
                    "entry_id int4",
                    "act text",
                    "detail text",
                    "name text",
                    "aliases text",
                    "added text",
                    "taken_away text",
                    "names text",
                    "level int4",
                    "form int4",
                    "hours int4",
                    "organiser text",
                    "organiser_normal text",
                    "starts_on date",
                    "ends_on date",
                    "places text",
                    "joined_to text",
                    "ended_on date",
                    "withdrawn bool");

    private EntryRows() {}

    /// The columns of [#COLUMNS], with the entries' numbers.
    static ArrayParameters<EntryChange> parameters(List<EntryChange> changes) {
        return new ArrayParameters<>(changes)
                .ints(change -> change.entry().number())
                .texts(change -> change.act().name())
                .texts(EntryChange::detail)
                .texts(change -> change.entry().terms().name())
                .texts(change -> String.join(LINE, change.entry().aliases().filed()))
                .texts(change -> String.join(LINE, change.entry().aliases().added()))
                .texts(change -> String.join(LINE, change.entry().aliases().takenAway()))
                .texts(change -> names(change.entry()))
                .intsOrNull(change -> level(change.entry().terms().level()))
                .intsOrNull(change -> form(change.entry().terms().form()))
                .intsOrNull(change -> change.entry().terms().hourHundredths())
                .texts(change -> change.entry().terms().organiser())
                .texts(change -> normal(change.entry().terms().organiser()))
                .dates(change -> change.entry().terms().startsOn())
                .dates(change -> change.entry().terms().endsOn())
                .texts(change -> places(change.entry().terms().places()))
                .texts(change -> change.entry().joinedTo())
                .dates(change -> change.entry().endedOn())
                .booleans(change -> change.entry().isWithdrawn());
    }

    private static String names(RegisterEntry entry) {
        return entry.names().stream().map(NormalForm::programme).collect(Collectors.joining(LINE));
    }

    private static @Nullable String normal(@Nullable String organiser) {
        return organiser == null ? null : NormalForm.programme(organiser);
    }

    private static @Nullable Integer level(@Nullable Level level) {
        return level == null ? null : level.code();
    }

    private static @Nullable Integer form(@Nullable Form form) {
        return form == null ? null : form.code();
    }

    private static String places(Map<String, Integer> places) {
        JsonObject json = new JsonObject();
        places.forEach(json::put);
        return json.encode();
    }

    /// @param row `entry_id`, `code` and an entry's state
    static RegisterEntry entry(Row row) {
        Integer level = row.getInteger("level");
        Integer form = row.getInteger("form");
        Map<String, Integer> places = new TreeMap<>();
        JsonObject json = row.getJsonObject("places");
        for (String division : json.fieldNames()) places.put(division, json.getInteger(division));
        ProgrammeTerms terms =
                new ProgrammeTerms(
                        row.getString("name"),
                        level == null ? null : Level.of(level),
                        form == null ? null : Form.of(form),
                        row.getInteger("hours"),
                        row.getString("organiser"),
                        row.getLocalDate("starts_on"),
                        row.getLocalDate("ends_on"),
                        places);
        return new RegisterEntry(
                row.getInteger("entry_id"),
                row.getString("code"),
                terms,
                new AliasSet(lines(row, "aliases"), lines(row, "added"), lines(row, "taken_away")),
                row.getString("joined_to"),
                row.getLocalDate("ended_on"),
                row.getBoolean("withdrawn"));
    }

    private static List<String> lines(Row row, String column) {
        String text = row.getString(column);
        return text.isEmpty() ? List.of() : List.of(text.split(LINE));
    }

    static Tuple codes(List<String> codes) {
        return new ArrayParameters<>(codes).texts(code -> code).tuple();
    }
}
