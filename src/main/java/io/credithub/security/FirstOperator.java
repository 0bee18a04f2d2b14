package io.credithub.security;

import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Sees to it that there is an operator, who makes all other keys: by the key that is handed in,
/// or, where nobody is operator yet, by one that it makes, in a file that only the hub's user may
/// read.
@Singleton
final class FirstOperator {
    static final String FILE = "operator.key";

    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    private final KnownKeys keys;
    private final KeyStore store;
    private final OperatorConfig given;
    private final Path file;

    FirstOperator(KnownKeys keys, KeyStore store, SecurityConfig config, OperatorConfig given) {
        this.keys = keys;
        this.store = store;
        this.given = given;
        this.file = config.home().resolve(FILE);
    }

    /// @throws IllegalStateException HUB-4218, if what is handed in is no key
    void atStart(@Observes StartupEvent start) {
        Optional<ApiKey> handedIn = handedIn();
        handedIn.map(this::take)
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(taken -> ensure().map(made -> taken || made))
                .subscribe()
                .with(
                        made -> {
                            if (made) LOG.infof("operator key taken on file=%s", from(handedIn));
                        },
                        failure -> LOG.error("operator key not taken on", failure));
    }

    private String from(Optional<ApiKey> handedIn) {
        if (handedIn.isEmpty()) return file.toString();
        return given.keyFile().map(Path::toString).orElse("HUB_OPERATOR_KEY");
    }

    private Optional<ApiKey> handedIn() {
        Optional<String> text = given.key();
        if (text.isEmpty() && given.keyFile().isPresent()) text = Optional.of(read());
        if (text.isEmpty()) return Optional.empty();
        Optional<ApiKey> key = ApiKey.parse(text.get().strip());
        if (key.isPresent()) return key;
        throw refused(
                "is not hub_<12 hex digits>_<64 hex digits>: docs/keys.md says how to make one");
    }

    private String read() {
        Path mounted = given.keyFile().orElseThrow();
        try {
            return new KeyFile(mounted).read();
        } catch (IOException unreadable) {
            throw refused("_FILE names " + mounted + ", which cannot be read: mount it");
        }
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException(
                "HUB-4218: HUB_OPERATOR_KEY" + (why.startsWith("_") ? "" : " ") + why + ".");
    }

    /// Whoever was first among several processes has taken it on. A key that was taken back stays
    /// so, whoever hands it in again.
    ///
    /// @return whether it was new
    Uni<Boolean> take(ApiKey key) {
        return store.find(key.id())
                .chain(known -> {
                    known.ifPresent(held -> check(key, held));
                    if (known.isPresent()) return Uni.createFrom().item(false);
                    return keys.save(key, new Permission.Operator(), "operator, handed in")
                            .replaceWith(true)
                            .onFailure()
                            .recoverWithUni(failure -> unlessKnown(key, failure));
                });
    }

    private Uni<Boolean> unlessKnown(ApiKey key, Throwable failure) {
        return store.find(key.id())
                .chain(known ->
                        known.isPresent()
                                ? Uni.createFrom().item(false)
                                : Uni.createFrom().failure(failure));
    }

    private void check(ApiKey key, KeyStore.Stored held) {
        boolean isSame = MessageDigest.isEqual(key.hash(), held.secretHash());
        if (isSame && isOpenOperator(held)) return;
        LOG.warnf(
                "the operator key that is handed in opens nothing, make another: id=%s revoked=%s",
                key.id(), held.revokedAt() != null);
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
        return keys.save(key, new Permission.Operator(), "first operator").replaceWith(true);
    }

    private boolean hasOperator(List<KeyStore.Stored> known) {
        return known.stream().anyMatch(this::isOpenOperator);
    }

    private boolean isOpenOperator(KeyStore.Stored key) {
        return key.isOpen(keys.now()) && key.grant() instanceof Permission.Operator;
    }
}
