package io.credithub.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the environment says about where the hub keeps its things and which database it uses.
///
/// @param environment the variables of the process
/// @param userHome the folder of the user, under which the default home lies
record Surroundings(Map<String, String> environment, Path userHome) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// Where an embedded database and the keys lie: `HUB_HOME`, or `.credit-hub` in the user's
    /// folder.
    Path home() {
        String home = variable("HUB_HOME");
        Path folder = home == null ? userHome.resolve(".credit-hub") : Path.of(home);
        return folder.toAbsolutePath().normalize();
    }

    /// The value of a variable; an empty one counts as absent.
    @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// A whole number within bounds, or the default.
    int number(String name, int fallback) {
        String value = variable(name);
        return value == null ? fallback : Integer.parseInt(value);
    }

    /// `toString` of a record would print every secret of the environment.
    @Override
    public String toString() {
        return "Surroundings[home=" + home() + "]";
    }
}
