package io.credithub.store;

import io.credithub.store.connection.Sessions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.pool.impl.ExternalSqlClientPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;

/// Hibernate over a pool of one's own, without Quarkus.
record LawSessions(SessionFactory factory, Vertx vertx) implements AutoCloseable {
    private static final List<String> ROWS =
            List.of(
                    "io.credithub.store.breaks.BreakRow",
                    "io.credithub.store.breaks.BreakEventRow",
                    "io.credithub.store.recompute.RecomputationRow",
                    "io.credithub.store.recognition.ClaimRow",
                    "io.credithub.store.recognition.BodyRow",
                    "io.credithub.store.recognition.EventRow",
                    "io.credithub.store.recognition.PartRow",
                    "io.credithub.store.recognition.PushRow");

    static LawSessions over(Pool pool, Vertx vertx) {
        ReactiveServiceRegistryBuilder services = new ReactiveServiceRegistryBuilder();
        services.applySetting(JdbcSettings.DIALECT, PostgreSQLDialect.class.getName());
        services.applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
        services.addService(VertxInstance.class, (VertxInstance) () -> vertx);
        services.addService(
                ReactiveConnectionPool.class,
                new ExternalSqlClientPool(
                        pool, new SqlStatementLogger(), new SqlExceptionHelper(false)));
        StandardServiceRegistry all = services.build();
        MetadataSources rows = new MetadataSources(all);
        for (String row : ROWS) rows.addAnnotatedClassName(row);
        return new LawSessions(rows.buildMetadata().buildSessionFactory(), vertx);
    }

    Sessions sessions() {
        return new Sessions(factory.unwrap(Mutiny.SessionFactory.class), vertx);
    }

    @Override
    public void close() {
        factory.close();
    }
}
