package io.credithub.store.breaks;

import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import io.credithub.domain.reconcile.Classification.BothTexts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Titles of records by a name that several entries of the register have. Few, if any.
///
/// @param byNumber by the number of the title
record SharedTitles(IndexedRegister register, Map<Integer, SharedTitle> byNumber) {
    /// @param name as it was first written
    record SharedTitle(ProgrammeTitle title, String name) {}

    static Uni<SharedTitles> of(IndexedRegister register, SqlConnection connection) {
        Set<String> names = register.sharedNames();
        if (names.isEmpty()) {
            return Uni.createFrom().item(new SharedTitles(register, Map.of()));
        }
        Tuple values = Tuple.tuple().addArrayOfString(names.toArray(String[]::new));
        return connection
                .preparedQuery(RecordSql.SHARED_TITLES)
                .execute(values)
                .map(rows -> {
                    Map<Integer, SharedTitle> titles = new HashMap<>();
                    for (Row row : rows) titles.put(row.getInteger("id"), title(row));
                    return new SharedTitles(register, titles);
                });
    }

    private static SharedTitle title(Row row) {
        return new SharedTitle(
                new ProgrammeTitle(
                        row.getString("title"),
                        row.getString("title_code"),
                        row.getString("session"),
                        row.getString("organiser")),
                row.getString("name"));
    }

    Integer[] numbers() {
        return byNumber.keySet().toArray(Integer[]::new);
    }

    /// The entries that a title means on a day, and the title; null unless there are several.
    @Nullable BothTexts meanings(int number, LocalDate day) {
        SharedTitle shared = byNumber.get(number);
        if (shared == null) return null;
        List<RegisteredProgramme> meant = register.meanings(shared.title(), day);
        if (meant.size() < 2) return null;
        String entries =
                meant.stream()
                        .map(one -> one.code() + " " + one.name())
                        .sorted()
                        .collect(Collectors.joining("; "));
        return new BothTexts(entries, shared.name());
    }
}
