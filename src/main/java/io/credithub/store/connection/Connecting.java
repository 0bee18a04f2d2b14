package io.credithub.store.connection;

import io.credithub.flow.result.Unavailable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.spi.ConnectionFactory;

/// How a pool gets its connections: within a bound. The client's own ends with the handshake of
/// TCP: a server that stands still lets in whoever comes and says nothing, and every place of the
/// pool would be taken by somebody who waits for its first word.
final class Connecting {
    private final Vertx vertx;
    private final PgConnectOptions options;
    private final ConnectionFactory factory;

    private Connecting(Vertx vertx, PgConnectOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.factory = PgDriver.INSTANCE.createConnectionFactory(vertx, options);
    }

    /// The same pool, which gives a place up after twice the time that TCP may take.
    @SuppressWarnings("deprecation") // what came instead says where to connect to, and not how
    static Pool within(Pool pool, Vertx vertx, PgConnectOptions options) {
        Connecting connecting = new Connecting(vertx, options);
        return pool.connectionProvider(connecting::connect);
    }

    private Future<SqlConnection> connect(Context context) {
        Promise<SqlConnection> told = Promise.promise();
        long timer =
                vertx.setTimer(
                        2L * options.getConnectTimeout(),
                        _ -> told.tryFail(new Unavailable("the database")));
        factory.connect(context, options)
                .onComplete(connected -> {
                    boolean _ = vertx.cancelTimer(timer);
                    if (connected.failed()) told.tryFail(connected.cause());
                    else if (!told.tryComplete(connected.result())) {
                        Wire.of(connected.result()).cut();
                    }
                });
        return told.future();
    }
}
