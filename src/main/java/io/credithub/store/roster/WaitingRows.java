package io.credithub.store.roster;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.teacher.Identification;
import io.credithub.domain.teacher.Identification.Candidate;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.roster.RosterStore.Resolved;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.IdentityRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The records that wait for their teachers.
final class WaitingRows {
    /// Each waiting record that names one of these teachers, with everybody whom it names.
    private static final String RESOLVE_WAITING =
            """
            with arrived as (
                select t.number_hash, t.id_hash
                from unnest($1::int4[]) as k (id) join teacher t using (id)
                union all
                select case f.kind when 1 then f.hash end, case f.kind when 2 then f.hash end
                from unnest($1::int4[]) as k (id)
                join former_identity f on f.teacher_id = k.id and f.kind in (1, 2)),
            found as (
                select w.record_key, w.version_no
                from arrived a join waiting w on w.teacher_no_hash = a.number_hash
                union
                select w.record_key, w.version_no
                from arrived a join waiting w on w.id_hash = a.id_hash)
            select w.record_key, w.version_no, w.teacher_no_hash as said_number,
                w.id_hash as said_document, w.name as said_name, w.birth_date as said_born,
                k.way, %s
            from found join waiting w using (record_key, version_no) cross join lateral (
                select id, 1 as way from teacher where number_hash = w.teacher_no_hash
                union all
                select teacher_id, 1 from former_identity
                where kind = 1 and hash = w.teacher_no_hash
                union all
                select id, 2 from teacher where id_hash = w.id_hash
                union all
                select teacher_id, 2 from former_identity where kind = 2 and hash = w.id_hash
            ) as k join teacher t on t.id = k.id\
            """
                    .formatted(IdentityRows.COLUMNS);

    private static final int BY_NUMBER = 1;

    private WaitingRows() {}

    /// The records whose teachers these are.
    static Uni<List<Resolved>> resolve(SqlConnection connection, Collection<Integer> teachers) {
        if (teachers.isEmpty()) return Uni.createFrom().item(List.of());
        Tuple found = new ArrayParameters<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return connection.preparedQuery(RESOLVE_WAITING).execute(found).map(WaitingRows::resolved);
    }

    private static List<Resolved> resolved(RowSet<Row> rows) {
        record WaitingKey(UUID record, int number) {}
        Map<WaitingKey, NamedTeachers> named = new LinkedHashMap<>();
        for (Row row : rows) {
            WaitingKey content =
                    new WaitingKey(row.getUUID("record_key"), row.getInteger("version_no"));
            named.computeIfAbsent(content, _ -> new NamedTeachers(said(row))).add(row);
        }
        List<Resolved> resolved = new ArrayList<>(named.size());
        named.forEach(
                (content, names) -> resolved.add(names.resolved(content.record, content.number)));
        return resolved;
    }

    private static Identity said(Row row) {
        return Identity.said(
                row.getUUID("said_number"),
                row.getUUID("said_document"),
                row.getString("said_name"),
                row.getLocalDate("said_born"));
    }

    /// Whom a waiting record names.
    private static final class NamedTeachers {
        private final Identity said;
        private @Nullable Candidate byNumber;
        private @Nullable Candidate byDocument;
        private String rosterName = "";

        NamedTeachers(Identity said) {
            this.said = said;
        }

        void add(Row row) {
            Candidate teacher = new Candidate(row.getInteger("id"), IdentityRows.identity(row));
            rosterName = NormalForm.person(row.getString("name"));
            if (row.getInteger("way") == BY_NUMBER) byNumber = teacher;
            else byDocument = teacher;
        }

        Resolved resolved(UUID record, int number) {
            return switch (Identification.of(said, byNumber, byDocument)) {
                case Identification.FoundTeacher found ->
                        new Resolved(record, number, found.teacher(), remarks(found));
                case Identification.NobodyFound nobody ->
                        new Resolved(
                                record,
                                number,
                                RecordVersion.NOBODY,
                                switch (nobody.why()) {
                                    case UNKNOWN -> List.of();
                                    case TWO_TEACHERS -> List.of(FindingCode.IDENTITY_MISMATCH);
                                    case ANOTHER_PERSON -> List.of(FindingCode.NOT_THE_PERSON);
                                });
            };
        }

        private List<FindingCode> remarks(Identification.FoundTeacher found) {
            List<FindingCode> remarks = new ArrayList<>();
            if (!said.names().isEmpty() && !said.names().contains(rosterName)) {
                remarks.add(FindingCode.NAME_DIFFERS);
            }
            if (found.remark() == Identification.Remark.BIRTH_DATE_DIFFERS) {
                remarks.add(FindingCode.BIRTH_DATE_DIFFERS);
            }
            return remarks;
        }
    }
}
