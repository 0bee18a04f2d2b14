package io.credithub.store.teacher;

import io.credithub.domain.policy.terms.Residence;
import io.credithub.flow.teacher.Residences;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where teachers are and were. Most have never moved: they have been where they are for ever, and
/// nothing is read of them but the row of the teacher.
public final class ResidenceRows {
    /// Of `teacher t`: days and divisions, or null.
    static final String COLUMN =
            """
            case when t.moved then (select array_agg(r.from_day || ' ' || r.division_code)
                from residence r where r.teacher_id = t.id) end as residences\
            """;

    private static final String PLACES =
            """
            select t.id, t.answering_division, %s
            from unnest($1::int4[]) as k (id) join teacher t on t.id = k.id\
            """
                    .formatted(COLUMN);
    private static final int DAY = "2024-09-01".length();

    private ResidenceRows() {}

    /// @param row with `answering_division` and [#COLUMN]
    static List<Residence> residences(Row row) {
        String[] known = row.getArrayOfStrings("residences");
        if (known == null) {
            return List.of(new Residence(LocalDate.MIN, row.getString("answering_division")));
        }
        List<Residence> residences = new ArrayList<>(known.length);
        for (String one : known) {
            LocalDate from = LocalDate.parse(one.substring(0, DAY));
            residences.add(new Residence(from, one.substring(DAY + 1)));
        }
        return residences;
    }

    public static Uni<Residences> places(SqlClient client, Collection<Integer> teachers) {
        if (teachers.isEmpty()) return Uni.createFrom().item(Residences.ANYWHERE);
        Tuple ids = new ArrayParameters<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return client.preparedQuery(PLACES)
                .execute(ids)
                .map(rows -> {
                    Map<Integer, List<Residence>> places = HashMap.newHashMap(rows.size());
                    for (Row row : rows) places.put(row.getInteger("id"), residences(row));
                    return new Residences(places);
                });
    }
}
