package io.credithub.store.server;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Brings the tables of a database server to what this hub knows: a step of its own, by the role
/// that owns them. The hub that serves never has that role's password.
public final class Migrations {
    private static final String FOLDER = "db/migration/";

    /// The first of all: where it lies, the others do.
    private static final String FIRST = "V1__registry.sql";

    private Migrations() {}

    /// @param access whose owner migrates, and whose application role is granted what it needs
    /// @return how many migrations were made now
    /// @throws CannotStart if the database cannot be used, or refuses
    public static int run(DatabaseAccess access) {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(access.jdbcUrl(), access.owner().user(), access.owner().password())
                    .resourceProvider(new InTheBuild())
                    .javaMigrationClassProvider(List::of)
                    .placeholders(Map.of("appRole", access.app().user()))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException failure) {
            throw CannotStart.becauseMigration(access.url(), failure);
        }
    }

    /// The versions that this hub knows, as `27`.
    static Set<String> known() {
        return names().stream()
                .map(name -> name.substring(1, name.indexOf("__")).replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names() {
        URL first = Migrations.class.getClassLoader().getResource(FOLDER + FIRST);
        if (first == null) throw new IllegalStateException("the migrations are not in the build");
        try {
            URLConnection connection = first.openConnection();
            return connection instanceof JarURLConnection jar
                    ? inJar(jar)
                    : inFolder(Path.of(first.toURI()).resolveSibling("."));
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the migrations cannot be read", unreadable);
        }
    }

    private static Set<String> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .filter(Migrations::isOne)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Migrations::isOne)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isOne(String name) {
        return name.matches("V[0-9_]+__[^/]+\\.sql");
    }

    /// Flyway's own search does not see into every kind of archive that a hub is built as.
    private static final class InTheBuild implements ResourceProvider {
        private final Map<String, LoadableResource> all =
                names().stream().collect(Collectors.toMap(name -> name, Script::new));

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return all.get(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.entrySet().stream()
                    .filter(one -> one.getKey().startsWith(prefix))
                    .filter(one -> List.of(suffixes).stream().anyMatch(one.getKey()::endsWith))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        private Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try {
                var in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name);
                if (in == null) throw new IOException(name + " is not in the build");
                return new InputStreamReader(in, StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
