package io.credithub.app;

import io.credithub.flow.ApiKeys;
import io.credithub.flow.Grant;
import io.credithub.flow.Jurisdiction;
import io.credithub.flow.Reconcile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/// Who comes to the hub during the bench: a feed and a reader with keys of their own, and somebody
/// from the province who wants the summary.
@Dependent
class BenchVisitors {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");

    private final ApiKeys keys;
    private final Reconcile reconcile;

    BenchVisitors(ApiKeys keys, Reconcile reconcile) {
        this.keys = keys;
        this.reconcile = reconcile;
    }

    BenchClients withKeys() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        return new BenchClients(
                URI.create("http://127.0.0.1:" + port),
                issue(new Grant.Feed("vendor-push")),
                issue(new Grant.Reader(PROVINCE)));
    }

    private String issue(Grant grant) {
        return wait(() -> keys.issue(grant, "bench")).key();
    }

    /// Seconds until the province's summary was there.
    double summary() {
        long asked = System.nanoTime();
        wait(() -> reconcile.reconcile(false));
        return (System.nanoTime() - asked) / 1e9;
    }

    /// Sessions of Hibernate Reactive want a context of Vert.x, which a guest's thread has not.
    static <T> T wait(Supplier<Uni<T>> question) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> question.get().ifNoItem().after(PATIENCE).fail());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
