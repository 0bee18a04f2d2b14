package io.credithub.store.teacher;

import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.IdentityRows.FormerKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps by what teachers were known before. A document's number stays sealed with the teacher's
/// row as it was.
public record FormerIdentities(SqlConnection connection) {
    /// To be called while the teacher still has what is former from now on.
    private static final String KEEP =
            """
            with f as (
                select * from unnest($1::int4[], $2::int2[], $3::uuid[], $4::text[])
                    as f (teacher_id, kind, hash, value)),
            kept as (
                insert into former_identity (teacher_id, kind, hash, value, id_type, id_cipher,
                    id_key)
                select f.teacher_id, f.kind, f.hash,
                    case when f.kind in (2, 4) then t.id_masked else f.value end,
                    case when f.kind in (2, 4) then t.id_type end,
                    case when f.kind in (2, 4) then t.id_cipher end,
                    case when f.kind in (2, 4) then t.id_key end
                from f join teacher t on t.id = f.teacher_id
                on conflict do nothing)
            update teacher t set has_past = true from f where t.id = f.teacher_id\
            """;

    /// @param hash of a number or document
    /// @param value of a number or name
    public record FormerIdentity(
            int teacher, FormerKind kind, @Nullable UUID hash, @Nullable String value) {}

    public Uni<Void> keep(List<FormerIdentity> former) {
        if (former.isEmpty()) return Uni.createFrom().voidItem();
        Tuple columns =
                new ArrayParameters<>(former)
                        .ints(FormerIdentity::teacher)
                        .shorts(one -> one.kind().code())
                        .uuids(FormerIdentity::hash)
                        .texts(FormerIdentity::value)
                        .tuple();
        return connection.preparedQuery(KEEP).execute(columns).replaceWithVoid();
    }
}
