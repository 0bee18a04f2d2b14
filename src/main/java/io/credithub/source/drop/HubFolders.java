package io.credithub.source.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the hub's own things lie. A drop folder has no business there: what somebody drops must
/// never become a route, a mapping, a key or the database.
///
/// @param home `HUB_HOME`; only what lies under `drop` in it may be a drop folder
public record HubFolders(Path home, Path routes, Path mappings) {
    private static final String DROP = "drop";

    public HubFolders {
        home = real(home);
        routes = real(routes);
        mappings = real(mappings);
    }

    /// @return the name of what the folder is, contains or lies in
    public Optional<String> conflict(Path folder) {
        Path real = real(folder);
        if (overlap(real, routes)) return Optional.of("routes/");
        if (overlap(real, mappings)) return Optional.of("mappings/");
        Path allowed = home.resolve(DROP);
        boolean isAllowed = real.startsWith(allowed) || real.startsWith(real(allowed));
        if (overlap(real, home) && !isAllowed) return Optional.of("HUB_HOME");
        return Optional.empty();
    }

    public static boolean overlap(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /// With all links followed, as far as there is something to follow.
    public static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException notThere) {
            Path parent = whole.getParent();
            Path name = whole.getFileName();
            return parent == null || name == null ? whole : real(parent).resolve(name);
        }
    }
}
