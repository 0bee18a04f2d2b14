package io.credithub.store.programme;

import io.credithub.flow.programme.TitleCounts;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// How often titles are borne, counted each time.
@Singleton
public class PostgresTitleCounts implements TitleCounts {
    private static final String COUNTED =
            """
            select p.normal, p.code, p.session, p.organiser, p.name, n.records, n.teachers
            from programme p join (
                select programme_id, count(distinct record_key) as records,
                    count(distinct teacher_id) as teachers
                from completion where state in (1, 2, 6, 7) group by programme_id) n
                on n.programme_id = p.id
            order by n.records desc, p.normal, p.id\
            """;

    private final Snapshots snapshots;

    public PostgresTitleCounts(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<List<CountedTitle>> counted() {
        return snapshots.read(connection ->
                connection
                        .query(COUNTED)
                        .execute()
                        .map(rows ->
                                RowReading.list(
                                        rows,
                                        row ->
                                                new CountedTitle(
                                                        PostgresTitles.title(row),
                                                        row.getString("name"),
                                                        row.getLong("records"),
                                                        row.getLong("teachers")))));
    }
}
