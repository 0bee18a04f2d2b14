package io.credithub.app;

import io.credithub.store.DatabaseAccess;
import io.credithub.store.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;

/// The database for what only its owner may do, whether the hub runs or not: the server of
/// `HUB_DB_URL`, the one that runs in `HUB_HOME`, or that one, started for as long as it is needed.
record OwnersDatabase(Surroundings around) {
    /// What is done there.
    @FunctionalInterface
    interface Work<T> {
        T with(DatabaseAccess access) throws IOException;
    }

    <T> T ask(Work<T> work) throws IOException {
        DatabaseAccess server = DatabaseSettings.givenToOwner(around);
        if (server != null) return work.with(server);
        Optional<DatabaseAccess> running = EmbeddedPostgres.running(around.home());
        if (running.isPresent()) return work.with(running.get());
        try (EmbeddedPostgres own = RunningHub.startEmbedded(around)) {
            return work.with(own.access());
        }
    }
}
