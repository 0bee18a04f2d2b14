package io.credithub.app;

import io.credithub.store.CannotStart;
import io.credithub.store.DatabaseAccess;
import io.credithub.store.DatabaseAccess.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From an address and two logins to what Quarkus reads at its start.
///
/// The application works as one role, which can neither change the tables nor rewrite the ledger;
/// Flyway works as the owner.
public final class DatabaseSettings {
    private static final int DEFAULT_PORT = 5432;

    private DatabaseSettings() {}

    /// The server that `HUB_DB_URL` names, or nothing: then the hub brings its own.
    ///
    /// @throws CannotStart if the URL is set and something beside it is wrong or missing
    static @Nullable DatabaseAccess given(Surroundings surroundings) {
        String url = surroundings.variable("HUB_DB_URL");
        if (url == null) return null;
        Login app = login(surroundings, "HUB_DB_USER", "HUB_DB_PASSWORD");
        Login owner = login(surroundings, "HUB_DB_OWNER", "HUB_DB_OWNER_PASSWORD");
        return at(url, app, owner);
    }

    /// The same for what only the owner does: the application's login is not asked for.
    ///
    /// @throws CannotStart if the URL is set and something beside it is wrong or missing
    static @Nullable DatabaseAccess givenToOwner(Surroundings surroundings) {
        String url = surroundings.variable("HUB_DB_URL");
        if (url == null) return null;
        Login owner = login(surroundings, "HUB_DB_OWNER", "HUB_DB_OWNER_PASSWORD");
        return at(url, owner, owner);
    }

    /// A server by its URL, which carries no secret.
    ///
    /// @param url `postgresql://host:port/database`; the port is 5432 if left out
    /// @throws CannotStart if it is not such a URL
    public static DatabaseAccess at(String url, Login app, Login owner) {
        if (url.contains("@")) throw CannotStart.becauseUrlHasSecrets();
        URI uri = parsed(url);
        String path = uri.getPath();
        boolean ours = uri.getScheme() != null && uri.getScheme().startsWith("postgres");
        if (!ours || uri.getHost() == null || path == null || path.length() < 2) {
            throw CannotStart.becauseUrlIsWrong(url);
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseAccess(uri.getHost(), port, path.substring(1), app, owner);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url.startsWith("jdbc:") ? url.substring(5) : url);
        } catch (URISyntaxException notAUrl) {
            throw CannotStart.becauseUrlIsWrong(url);
        }
    }

    /// The properties of Quarkus that point it at a database.
    public static Map<String, String> properties(DatabaseAccess access) {
        return Map.of(
                "quarkus.datasource.reactive.url", access.url(),
                "quarkus.datasource.jdbc.url", access.jdbcUrl(),
                "quarkus.datasource.username", access.app().user(),
                "quarkus.datasource.password", access.app().password(),
                "quarkus.flyway.jdbc-url", access.jdbcUrl(),
                "quarkus.flyway.username", access.owner().user(),
                "quarkus.flyway.password", access.owner().password(),
                "quarkus.flyway.placeholders.appRole", access.app().user());
    }

    private static Login login(Surroundings surroundings, String userKey, String passwordKey) {
        String user = surroundings.variable(userKey);
        if (user == null) throw CannotStart.becauseUnset(userKey);
        String password = surroundings.variable(passwordKey);
        if (password == null) throw CannotStart.becauseUnset(passwordKey);
        return new Login(user, password);
    }
}
