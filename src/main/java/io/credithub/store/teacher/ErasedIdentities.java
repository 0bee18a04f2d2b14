package io.credithub.store.teacher;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Who was erased, as far as a keyed hash tells.
public final class ErasedIdentities {
    private static final String AMONG = "select hash from erased_identity where hash = any($1)";

    private ErasedIdentities() {}

    /// Those of the hashes that are of somebody who was erased.
    public static Uni<Set<UUID>> among(SqlClient client, Set<UUID> hashes) {
        if (hashes.isEmpty()) return Uni.createFrom().item(Set.of());
        return client.preparedQuery(AMONG)
                .execute(Tuple.tuple().addArrayOfUUID(hashes.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> erased = HashSet.newHashSet(rows.size());
                    for (Row row : rows) erased.add(row.getUUID(0));
                    return erased;
                });
    }
}
