package io.credithub.app.start;

import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;

/// The database for what only its owner may do, whether the hub runs or not: the server of
/// `HUB_DB_URL`, the one that runs in `HUB_HOME`, or that one, started for as long as it is needed.
public record OwnersDatabase(HubEnvironment around) {
    /// What is done there.
    @FunctionalInterface
    public interface DatabaseWork<T> {
        T with(DatabaseAccess access) throws IOException;
    }

    public <T> T ask(DatabaseWork<T> work) throws IOException {
        DatabaseAccess server = DatabaseSettings.givenToOwner(around);
        if (server != null) return work.with(server);
        Optional<DatabaseAccess> running = EmbeddedPostgres.running(around.home());
        if (running.isPresent()) return work.with(running.get());
        try (EmbeddedPostgres own = RunningHub.startEmbedded(around)) {
            return work.with(own.access());
        }
    }
}
