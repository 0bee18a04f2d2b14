package io.credithub.store.teacher;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.teacher.Identity;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who teachers are, with the numbers, documents and names that were theirs before. Few have any,
/// and only theirs are looked up.
public final class IdentityRows {
    /// What `former_identity.kind` says.
    public enum FormerKind {
        /// Goes on finding its teacher.
        NUMBER(1),
        /// Goes on finding its teacher: it was one of two persons who are one.
        DOCUMENT(2),
        /// In its normal form; a record may still be under it.
        NAME(3),
        /// Was wrong, and finds nobody.
        WRONG_DOCUMENT(4);

        private final int code;

        FormerKind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        public static FormerKind of(int code) {
            for (FormerKind kind : values()) if (kind.code == code) return kind;
            throw new IllegalArgumentException("no kind has the code " + code);
        }
    }

    /// Of `teacher t`.
    public static final String COLUMNS =
            """
            t.id, t.number_hash, t.id_hash, t.name, t.birth_date,
            case when t.has_past then (select array_agg(f.hash) from former_identity f
                where f.teacher_id = t.id and f.kind = 1) end as former_numbers,
            case when t.has_past then (select array_agg(f.hash) from former_identity f
                where f.teacher_id = t.id and f.kind = 2) end as former_documents,
            case when t.has_past then (select array_agg(f.value) from former_identity f
                where f.teacher_id = t.id and f.kind = 3) end as former_names\
            """;

    /// The teacher who has or had the number `$1`.
    public static final String HOLDER =
            """
            coalesce((select id from teacher where teacher_no = $1),
                (select teacher_id from former_identity where kind = 1 and value = $1))\
            """;

    private IdentityRows() {}

    /// @param row with [#COLUMNS]
    public static Identity identity(Row row) {
        Set<String> names = new HashSet<>();
        names.add(NormalForm.person(row.getString("name")));
        String[] formerNames = row.getArrayOfStrings("former_names");
        if (formerNames != null) names.addAll(Arrays.asList(formerNames));
        LocalDate born = row.getLocalDate("birth_date");
        return new Identity(
                hashes(row.getUUID("number_hash"), row.getArrayOfUUIDs("former_numbers")),
                hashes(row.getUUID("id_hash"), row.getArrayOfUUIDs("former_documents")),
                names,
                born);
    }

    private static Set<UUID> hashes(@Nullable UUID current, UUID @Nullable [] former) {
        Set<UUID> hashes = new HashSet<>();
        if (current != null) hashes.add(current);
        if (former != null) hashes.addAll(Arrays.asList(former));
        return hashes;
    }
}
