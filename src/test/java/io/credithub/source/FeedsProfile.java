package io.credithub.source;

import static io.credithub.source.KnownFeeds.NATIONAL;
import static io.credithub.source.KnownFeeds.SECOND;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Feeds that poll quickly from a server and a folder of the test's own, and a second platform
/// whose route is the first one's file under another id.
public class FeedsProfile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RecordingLanding.class, KnownFeeds.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path home = Files.createTempDirectory("credithub-feeds-");
            String server = "http://127.0.0.1:" + free.getLocalPort();
            Map<String, String> overrides = new HashMap<>();
            overrides.put("hub.routes", routes(home.resolve("routes")).toString());
            pulled(overrides, NATIONAL, server);
            pulled(overrides, SECOND, server + "/second");
            put(overrides, SECOND, "page-timeout", "1s");
            put(overrides, SECOND, "retry-first", "60s");
            put(overrides, SECOND, "retry-max", "90s");
            overrides.put("hub.work.backlog-max", "50");
            Path drop = Files.createDirectory(home.resolve("drop"));
            put(overrides, "province-platform", "folder", drop.toString());
            put(overrides, "province-platform", "interval", "50ms");
            put(overrides, "province-platform", "retry-first", "50ms");
            return overrides;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void pulled(Map<String, String> overrides, String feed, String server) {
        put(overrides, feed, "url", server + "/api/v1/completions");
        put(overrides, feed, "token-url", server + "/oauth2/token");
        put(overrides, feed, "client-id", "hub");
        put(overrides, feed, "client-secret", "a secret: with + and %");
        put(overrides, feed, "page-size", "2");
        put(overrides, feed, "page-timeout", "5s");
        put(overrides, feed, "interval", "50ms");
        put(overrides, feed, "retry-first", "50ms");
        put(overrides, feed, "retry-max", "400ms");
    }

    private static void put(Map<String, String> all, String feed, String key, String value) {
        all.put("hub.source." + feed + "." + key, value);
    }

    private static Path routes(Path folder) throws IOException {
        Files.createDirectory(folder);
        Path project = Path.of(System.getProperty("hub.project", "."));
        try (Stream<Path> files = Files.list(project.resolve("routes"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        String first = Files.readString(folder.resolve(NATIONAL + ".camel.yaml"));
        Files.writeString(folder.resolve(SECOND + ".camel.yaml"), first.replace(NATIONAL, SECOND));
        return folder;
    }
}
