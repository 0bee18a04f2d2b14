package io.credithub.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/// Makes the pool that everybody is given, Hibernate too.
@Singleton
final class PoolCreation implements PgPoolCreator {
    @Override
    public Pool create(Input input) {
        return new EscapingPool(
                PgBuilder.pool()
                        .with(input.poolOptions())
                        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                        .using(input.vertx())
                        .build());
    }
}
