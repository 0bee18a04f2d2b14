package io.credithub.security;

import io.credithub.flow.Grant;
import io.credithub.flow.KeyStore;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jboss.logging.Logger;

/// Makes the first operator's key where there is none, in a file that only the hub's user may read:
/// with it, the operator makes all others.
@Singleton
final class FirstOperator {
    static final String FILE = "operator.key";

    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    private final KnownKeys keys;
    private final KeyStore store;
    private final Path file;

    FirstOperator(KnownKeys keys, KeyStore store, SecurityConfig config) {
        this.keys = keys;
        this.store = store;
        this.file = config.home().resolve(FILE);
    }

    void atStart(@Observes StartupEvent start) {
        ensure().subscribe()
                .with(
                        made -> {
                            if (made) LOG.infof("first operator key made file=%s", file);
                        },
                        failure -> LOG.error("first operator key not made", failure));
    }

    /// @return whether a key was made
    Uni<Boolean> ensure() {
        return store.all()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(known -> hasOperator(known) ? Uni.createFrom().item(false) : make());
    }

    /// The file first: a crash in between leaves a key that opens nothing, and the next start
    /// replaces it.
    private Uni<Boolean> make() {
        ApiKey key = ApiKey.draw(new SecureRandom());
        try {
            new KeyFile(file).write(key.text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return keys.save(key, new Grant.Operator(), "first operator").replaceWith(true);
    }

    private static boolean hasOperator(List<KeyStore.Stored> known) {
        return known.stream()
                .anyMatch(key -> key.revokedAt() == null && key.grant() instanceof Grant.Operator);
    }
}
