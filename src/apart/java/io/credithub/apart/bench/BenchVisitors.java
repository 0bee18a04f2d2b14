package io.credithub.apart.bench;

import io.credithub.apart.House;
import io.credithub.app.work.BlockingAwait;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.reconciliation.Reconcile;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// Who comes to the hub during the bench: a feed and a reader with keys of their own, and somebody
/// from the province who wants the summary.
class BenchVisitors {
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(10));
    private static final Jurisdiction PROVINCE = new Jurisdiction("140000");

    private final ApiKeys keys;
    private final Reconcile reconcile;

    BenchVisitors() {
        this.keys = House.part(ApiKeys.class);
        this.reconcile = House.part(Reconcile.class);
    }

    BenchClients withKeys() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        return new BenchClients(
                URI.create("http://127.0.0.1:" + port),
                issue(new Permission.FeedPermission("vendor-push")),
                issue(new Permission.Reader(PROVINCE)));
    }

    private String issue(Permission grant) {
        return PATIENCE.await(() -> keys.issue(grant, "bench")).key();
    }

    /// Seconds until the province's summary was there.
    double summary() {
        long asked = System.nanoTime();
        PATIENCE.await(() -> reconcile.reconcile(false));
        return (System.nanoTime() - asked) / 1e9;
    }
}
