package io.credithub.store;

import io.credithub.flow.Unavailable;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the pool that everybody is given, Hibernate too.
@Singleton
final class PoolCreation implements PgPoolCreator {
    private volatile @Nullable PgConnectOptions options;

    /// How the pool connects, for whoever must not wait for it.
    PgConnectOptions options() {
        PgConnectOptions known = options;
        if (known == null) throw new Unavailable("the database: there is no pool yet");
        return known;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers =
                input.pgConnectOptionsList().stream()
                        .<SqlConnectOptions>map(DatabaseTransport::applied)
                        .toList();
        options = (PgConnectOptions) servers.getFirst();
        return new EscapingPool(
                PgBuilder.pool()
                        .with(input.poolOptions())
                        .connectingTo(servers)
                        .using(input.vertx())
                        .build());
    }
}
