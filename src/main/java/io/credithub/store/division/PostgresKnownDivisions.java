package io.credithub.store.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionList;
import io.credithub.flow.division.KnownDivisions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;

/// The lists of divisions in the registry. Each question looks whether there is a newer one, which
/// another process may have brought.
@Singleton
public class PostgresKnownDivisions implements KnownDivisions {
    private static final String NEWEST =
            "select coalesce(max(number), 0) as number from division_list";

    /// Until the end of the transaction.
    private static final String TAKE_TURNS =
            "select pg_advisory_xact_lock(hashtext('list of divisions'))";

    private final Pool pool;
    private volatile NumberedCatalogue known = NumberedCatalogue.NONE;

    private record NumberedCatalogue(int number, DivisionCatalogue catalogue) {
        static final NumberedCatalogue NONE = new NumberedCatalogue(0, DivisionCatalogue.EMPTY);
    }

    public PostgresKnownDivisions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<DivisionCatalogue> catalogue() {
        return newest(pool)
                .chain(number -> {
                    NumberedCatalogue now = known;
                    if (number == now.number()) return Uni.createFrom().item(now.catalogue());
                    return new DivisionListRows(pool)
                            .read(number)
                            .map(DivisionCatalogue::new)
                            .invoke(read -> keep(number, read));
                });
    }

    private synchronized void keep(int number, DivisionCatalogue read) {
        if (number > known.number()) known = new NumberedCatalogue(number, read);
    }

    private static Uni<Integer> newest(SqlClient client) {
        return client.query(NEWEST)
                .execute()
                .map(rows -> rows.iterator().next().getInteger("number"));
    }

    @Override
    public Uni<Boolean> learn(DivisionList onFile) {
        if (onFile.isEmpty()) return Uni.createFrom().item(false);
        return pool.withTransaction(connection ->
                connection.query(TAKE_TURNS).execute().chain(() -> learn(connection, onFile)));
    }

    private static Uni<Boolean> learn(SqlConnection connection, DivisionList onFile) {
        DivisionListRows rows = new DivisionListRows(connection);
        return newest(connection)
                .chain(rows::read)
                .chain(inRegistry -> {
                    if (inRegistry.equals(onFile)) return Uni.createFrom().item(false);
                    return rows.add(new DivisionCatalogue(onFile)).replaceWith(true);
                });
    }
}
