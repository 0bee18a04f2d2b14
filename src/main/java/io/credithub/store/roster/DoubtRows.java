package io.credithub.store.roster;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// Roster rows that disagree about who a teacher is. The same row in the next file is the same
/// doubt.
public record DoubtRows(SqlConnection connection) {
    private static final String KEEP =
            """
            insert into roster_doubt (key, code, teacher_no, id_masked, name, birth_date,
                division_code, teachers)
            select distinct on (k.key) k.key, k.code, k.no, k.masked, k.name, k.born, k.division,
                string_to_array(k.teachers, ',')::int4[]
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[],
                $7::text[], $8::text[])
                as k (key, code, no, masked, name, born, division, teachers)
            on conflict (key) do update set code = excluded.code, teachers = excluded.teachers,
                last_seen = now(), ended_at = null\
            """;

    /// @param teachers whom it may be about
    public record DoubtRow(RosterEntry entry, FindingCode code, List<Integer> teachers) {
        private UUID key() {
            String said =
                    "%s %s %s %s"
                            .formatted(
                                    entry.numberHash(),
                                    entry.documentHash(),
                                    entry.row().name(),
                                    entry.row().birthDate());
            return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
        }

        private String masked() {
            IdDocument document = entry.row().document();
            return document == null ? "" : document.masked();
        }

        private String teacherList() {
            return String.join(",", teachers.stream().map(String::valueOf).toList());
        }
    }

    public Uni<Void> keep(List<DoubtRow> doubts) {
        if (doubts.isEmpty()) return Uni.createFrom().voidItem();
        Tuple columns =
                new ArrayParameters<>(doubts)
                        .uuids(DoubtRow::key)
                        .texts(doubt -> doubt.code().code())
                        .texts(doubt -> doubt.entry().row().teacherNo())
                        .texts(DoubtRow::masked)
                        .texts(doubt -> doubt.entry().row().name())
                        .dates(doubt -> doubt.entry().row().birthDate())
                        .texts(doubt -> doubt.entry().row().division())
                        .texts(DoubtRow::teacherList)
                        .tuple();
        return connection.preparedQuery(KEEP).execute(columns).replaceWithVoid();
    }
}
