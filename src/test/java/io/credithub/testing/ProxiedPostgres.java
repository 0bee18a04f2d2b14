package io.credithub.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The database of [PostgresResource] behind a [DatabaseProxy], which the field of a test gets that
/// has its type. Migrations go past it.
public final class ProxiedPostgres implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.reactive.url";

    private @Nullable DatabaseProxy proxy;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(new PostgresResource().start());
        URI direct = URI.create(Objects.requireNonNull(settings.get(URL)));
        DatabaseProxy made = new DatabaseProxy(direct.getPort());
        proxy = made;
        settings.put(
                URL,
                direct.toString()
                        .replace(direct.getAuthority(), direct.getHost() + ":" + made.port()));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(DatabaseProxy.class));
    }

    @Override
    public void stop() {
        try {
            if (proxy != null) proxy.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
