package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From an address and two logins to what Quarkus reads at its start.
///
/// The application works as one role, which can neither change the tables nor rewrite the ledger;
/// migrations are made as the owner, and on a server in a step of their own.
public final class DatabaseSettings {
    private DatabaseSettings() {}

    /// The server that `HUB_DB_URL` names, for a hub that serves, or nothing: then the hub brings
    /// its own. The owner's login is not asked for.
    ///
    /// @throws CannotStart if the URL is set and something in it or beside it is wrong or missing
    public static @Nullable DatabaseAccess given(HubEnvironment surroundings) {
        String url = surroundings.variable("HUB_DB_URL");
        if (url == null) return null;
        Login app = login(surroundings, "HUB_DB_USER", "HUB_DB_PASSWORD");
        return at(url, app, app);
    }

    /// The same for what only the owner does: the application's login is not asked for.
    ///
    /// @throws CannotStart if the URL is set and something in it or beside it is wrong or missing
    static @Nullable DatabaseAccess givenToOwner(HubEnvironment surroundings) {
        String url = surroundings.variable("HUB_DB_URL");
        if (url == null) return null;
        Login owner = login(surroundings, "HUB_DB_OWNER", "HUB_DB_OWNER_PASSWORD");
        return at(url, owner, owner);
    }

    /// The same for migrating: of the application only the name is needed, for the grants to it.
    ///
    /// @throws CannotStart if the URL is set and something in it or beside it is wrong or missing
    public static @Nullable DatabaseAccess givenToMigrate(HubEnvironment surroundings) {
        DatabaseAccess owners = givenToOwner(surroundings);
        if (owners == null) return null;
        String app = surroundings.variable("HUB_DB_USER");
        if (app == null) throw CannotStart.becauseUnset("HUB_DB_USER");
        if (app.equals(owners.owner().user())) throw CannotStart.becauseSameRole(app);
        return new DatabaseAccess(
                owners.host(),
                owners.port(),
                owners.database(),
                new Login(app, ""),
                owners.owner(),
                owners.transport());
    }

    /// A server by its URL, which carries no secret.
    ///
    /// @param url `postgresql://host:port/database`; the port is 5432 if left out
    /// @throws CannotStart if it is not such a URL
    public static DatabaseAccess at(String url, Login app, Login owner) {
        DatabaseUrl.DatabasePlace place = new DatabaseUrl(url).read();
        return new DatabaseAccess(
                place.host(), place.port(), place.database(), app, owner, place.transport());
    }

    /// The properties of Quarkus that point a hub that only serves at its database.
    static Map<String, String> serving(DatabaseAccess access) {
        Map<String, String> properties = working(access);
        properties.put("quarkus.flyway.migrate-at-start", "false");
        return properties;
    }

    /// The properties of Quarkus that point it at a database that it migrates itself.
    public static Map<String, String> properties(DatabaseAccess access) {
        Map<String, String> properties = working(access);
        properties.put("quarkus.flyway.jdbc-url", access.jdbcUrl());
        properties.put("quarkus.flyway.username", access.owner().user());
        properties.put("quarkus.flyway.password", access.owner().password());
        properties.put("quarkus.flyway.placeholders.appRole", access.app().user());
        return properties;
    }

    private static Map<String, String> working(DatabaseAccess access) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.reactive.url", access.reactiveUrl());
        properties.put("quarkus.datasource.jdbc.url", access.jdbcUrl());
        properties.put("quarkus.datasource.username", access.app().user());
        properties.put("quarkus.datasource.password", access.app().password());
        access.reactiveProperties()
                .forEach((name, value) ->
                        properties.put(
                                "quarkus.datasource.reactive.additional-properties." + name,
                                value));
        return properties;
    }

    private static Login login(HubEnvironment surroundings, String userKey, String passwordKey) {
        String user = surroundings.variable(userKey);
        if (user == null) throw CannotStart.becauseUnset(userKey);
        String password = surroundings.variable(passwordKey);
        if (password == null) throw CannotStart.becauseUnset(passwordKey);
        return new Login(user, password);
    }
}
