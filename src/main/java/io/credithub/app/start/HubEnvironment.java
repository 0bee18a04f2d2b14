package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the environment says about where the hub keeps its things and which database it uses.
///
/// @param environment the variables of the process
/// @param userHome the folder of the user, under which the default home lies
/// @param project the folder that holds `routes` and `mappings`, wherever the hub is called from
public record HubEnvironment(Map<String, String> environment, Path userHome, Path project) {
    private static final int CONSOLE_WIDTH = 80;

    public HubEnvironment {
        environment = Map.copyOf(environment);
    }

    public static HubEnvironment ofThisProcess() {
        Path project = Path.of(System.getProperty("hub.project", "."));
        return new HubEnvironment(
                System.getenv(), Path.of(System.getProperty("user.home")), project);
    }

    /// The same with another home, and without a database server: it brings its own.
    public HubEnvironment at(Path home) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.remove("HUB_DB_URL");
        changed.put("HUB_HOME", home.toString());
        return new HubEnvironment(changed, userHome, project);
    }

    /// Where an embedded database and the keys lie: `HUB_HOME`, or `.credit-hub` in the user's
    /// folder.
    public Path home() {
        String home = variable("HUB_HOME");
        Path folder = home == null ? userHome.resolve(".credit-hub") : Path.of(home);
        return folder.toAbsolutePath().normalize();
    }

    /// The value of a variable; an empty one counts as absent.
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// A secret: the content of the file that `NAME_FILE` names, or the value of the variable.
    ///
    /// @throws IOException if the file cannot be read
    public @Nullable String secret(String name) throws IOException {
        String file = variable(name + "_FILE");
        return file == null ? variable(name) : Files.readString(Path.of(file)).strip();
    }

    /// By which cipher what is personal is sealed: `HUB_ID_CIPHER`.
    public String cipher() {
        String named = variable("HUB_ID_CIPHER");
        return named == null ? "aes-256-gcm" : named;
    }

    /// A whole number, or the default.
    ///
    /// @throws CannotStart if the variable is set to something else
    public int number(String name, int fallback) {
        String value = variable(name);
        if (value == null) return fallback;
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw CannotStart.becauseNotANumber(name, value);
        }
    }

    /// How many columns the console has: `COLUMNS`, which the launcher finds out, or 80.
    public int consoleWidth() {
        String columns = variable("COLUMNS");
        boolean isNumber = columns != null && columns.matches("[1-9][0-9]{1,3}");
        return isNumber ? Integer.parseInt(columns) : CONSOLE_WIDTH;
    }

    /// The folder of the routes: `HUB_ROUTES`, or `routes` in the folder of the project.
    ///
    /// @throws CannotStart if there is none
    public Path routes() {
        String named = variable("HUB_ROUTES");
        Path folder = named == null ? project.resolve("routes") : Path.of(named);
        if (!Files.isDirectory(folder)) throw CannotStart.becauseNoRoutes(folder.toString());
        return folder.toAbsolutePath().normalize();
    }

    /// `toString` of a record would print every secret of the environment.
    @Override
    public String toString() {
        return "Surroundings[home=" + home() + "]";
    }
}
