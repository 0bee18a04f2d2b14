package io.credithub.testing;

import io.credithub.app.start.DatabaseSettings;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server for one class alone, whose registry is empty: for what only a first start decides.
public final class FreshPostgresResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            Path home = LaidOutHome.migrated(Files.createTempDirectory("credithub-fresh-"));
            EmbeddedPostgres started = EmbeddedPostgres.start(home, new PostgresSettings(0, 128));
            postgres = started;
            Map<String, String> settings =
                    new HashMap<>(DatabaseSettings.properties(started.access()));
            settings.put("hub.home", home.toString());
            settings.put("hub.id.key", Base64.getEncoder().encodeToString(new byte[32]));
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Its settings are the last word.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        if (postgres != null) postgres.close();
    }
}
