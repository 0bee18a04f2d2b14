package io.credithub.testing;

import io.credithub.app.start.DatabaseSettings;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One PostgreSQL for all tests of a process: an embedded one in a temporary folder, with every
/// promise of durability kept, or the server that `HUB_TEST_DB` names (logins as for `HUB_DB_URL`).
///
/// Use it with `@QuarkusTestResource(PostgresResource.class)`.
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /// Quarkus may load this class more than once in a process; a system property is there once.
    private static final String SHARED = "credithub.test.database";

    /// The same in every run: a server that is named may have been filled by an earlier one.
    private static final String ID_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /// Where the hub is reached from outside, so that its papers have a link.
    public static final String PUBLIC_URL = "https://xuefen.example.gov.cn/";

    /// Somewhere that reports may be sent to, where nobody answers.
    private static final Map<String, String> MAIL =
            Map.of(
                    "hub.delivery.targets.test-mail.kind", "mail",
                    "hub.delivery.targets.test-mail.divisions", "100000",
                    "hub.delivery.targets.test-mail.host", "127.0.0.1",
                    "hub.delivery.targets.test-mail.port", "9",
                    "hub.delivery.targets.test-mail.tls", "none",
                    "hub.delivery.targets.test-mail.from", "hub@edu.example.cn",
                    "hub.delivery.targets.test-mail.recipient-domains", "edu.example.cn");

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            String shared = System.getProperty(SHARED);
            if (shared != null) return read(shared);
            Path home = home();
            Map<String, String> settings = new HashMap<>(DatabaseSettings.properties(open(home)));
            settings.put("hub.home", home.toString());
            settings.put("hub.id.key", ID_KEY);
            settings.put("hub.public.url", PUBLIC_URL);
            settings.putAll(MAIL);
            System.setProperty(SHARED, write(settings));
            return settings;
        }
    }

    /// The server stays for the next test class and goes with the process.
    @Override
    public void stop() {}

    private static String write(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String shared) {
        return shared.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("credithub-test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DatabaseAccess open(Path home) {
        String named = System.getenv("HUB_TEST_DB");
        if (named != null && !named.isBlank()) {
            return DatabaseSettings.at(
                    named,
                    new Login(variable("HUB_DB_USER"), variable("HUB_DB_PASSWORD")),
                    new Login(variable("HUB_DB_OWNER"), variable("HUB_DB_OWNER_PASSWORD")));
        }
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(LaidOutHome.empty(home), new PostgresSettings(0, 128));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, home)));
        return postgres.access();
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    private static void end(EmbeddedPostgres postgres, Path home) {
        postgres.close();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
