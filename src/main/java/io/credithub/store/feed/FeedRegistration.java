package io.credithub.store.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;

/// The one place that gives a feed its row and its short number. A feed that has one costs a look
/// and nothing else: a number once taken from the sequence is gone, even if no row comes of it.
@Singleton
public final class FeedRegistration {
    private static final String UNKNOWN =
            """
            select count(*) from unnest($1::text[]) as n (code)
            where not exists (select from feed f where f.code = n.code)\
            """;

    /// Until the end of the transaction; two processes that start at once take turns.
    private static final String TAKE_TURNS =
            "select pg_advisory_xact_lock(hashtext('feed registration'))";

    private static final String ADD =
            """
            insert into feed (code) select distinct n.code from unnest($1::text[]) as n (code)
            where not exists (select from feed f where f.code = n.code)\
            """;

    private final Pool pool;

    public FeedRegistration(Pool pool) {
        this.pool = pool;
    }

    /// Gives a row to those that have none.
    public Uni<Void> register(Collection<String> feeds) {
        Tuple codes = Tuple.tuple().addArrayOfString(feeds.toArray(String[]::new));
        return pool.preparedQuery(UNKNOWN)
                .execute(codes)
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(unknown ->
                        unknown == 0
                                ? Uni.createFrom().voidItem()
                                : pool.withTransaction(connection -> add(connection, codes)));
    }

    private static Uni<Void> add(SqlConnection connection, Tuple codes) {
        return connection
                .query(TAKE_TURNS)
                .execute()
                .chain(() -> connection.preparedQuery(ADD).execute(codes))
                .replaceWithVoid();
    }
}
