package io.credithub.app.start;

import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.Certificates.Published;
import io.credithub.flow.certificate.Jwks;
import io.credithub.flow.certificate.Signing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/// Makes the public key of this hub known: to the registry, so that what it signed can be checked
/// when it has another one; and where the hub has a home of its own, in a file for `hub verify`.
@Singleton
public final class PublishKeys {
    public static final String FILE = "certificate-keys.json";

    private final Certificates certificates;
    private final Signing signing;
    private final Config config;

    PublishKeys(Certificates certificates, Signing signing, Config config) {
        this.certificates = certificates;
        this.signing = signing;
        this.config = config;
    }

    Uni<Void> publish() {
        return certificates
                .remember(signing.published())
                .chain(certificates::keys)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::write)
                .replaceWithVoid();
    }

    /// Beside a server the home is not the hub's own, and may be closed to it.
    private void write(List<Published> keys) {
        if (config.getOptionalValue("hub.db.url", String.class).isPresent()) return;
        Path home =
                config.getOptionalValue("hub.home", Path.class)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".credit-hub"));
        write(home, keys);
    }

    public static void write(Path home, List<Published> keys) {
        try {
            Files.createDirectories(home);
            Path draft = Files.createTempFile(home, FILE, ".new");
            Files.writeString(draft, Jwks.of(keys).text() + "\n");
            Files.move(
                    draft,
                    home.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
