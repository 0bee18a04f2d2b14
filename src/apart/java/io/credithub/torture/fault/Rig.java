package io.credithub.torture.fault;

import io.credithub.torture.hub.HubApi;
import io.credithub.torture.hub.HubProcess;
import io.credithub.torture.hub.PostgresServer;
import io.credithub.torture.hub.Programs;
import io.credithub.torture.hub.SmallDisk;
import io.credithub.torture.load.DropLoad;
import io.credithub.torture.load.PullSource;
import io.credithub.torture.load.Pusher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All that is set up around the hub under torture.
///
/// @param folder everything lies below it
/// @param java the command up to the name of the hub's own command
/// @param operatorKey of the hub
/// @param feedKey of the feed that is pushed to
public record Rig(
        Path folder,
        List<String> java,
        HubProcess hub,
        PostgresServer postgres,
        SmallDisk disk,
        PullSource source,
        DropLoad drops,
        Pusher pusher,
        HubApi api,
        String operatorKey,
        String feedKey) {
    private static final String SHARED_BUFFERS_MIB = "64";

    Path home() {
        return postgres.home();
    }

    /// What a hub is told by its environment, wherever its home is.
    public static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_HOME", home.toString());
        environment.put("HUB_DB_SHARED_BUFFERS_MIB", SHARED_BUFFERS_MIB);
        return environment;
    }

    /// Where its feeds come from.
    public static Map<String, String> sources(PullSource source, Path drop) {
        String pull = "HUB_SOURCE_NATIONAL_PLATFORM_";
        String files = "HUB_SOURCE_PROVINCE_PLATFORM_";
        Map<String, String> environment = new HashMap<>();
        environment.put(pull + "URL", source.address().toString());
        environment.put(pull + "INTERVAL", "2s");
        environment.put(pull + "PAGE_SIZE", "50");
        environment.put(pull + "PAGE_TIMEOUT", "5s");
        environment.put(pull + "PAGE_BYTES_MAX", "4M");
        environment.put(files + "FOLDER", drop.toString());
        environment.put(files + "INTERVAL", "1s");
        for (String feed : List.of(pull, files)) {
            environment.put(feed + "RETRY_FIRST", "500ms");
            environment.put(feed + "RETRY_MAX", "5s");
            environment.put(feed + "LEASE", "30s");
        }
        return environment;
    }

    /// Takes a folder away, whoever owns it.
    public static void delete(Path folder) throws IOException {
        Programs.run(List.of("rm", "-rf", "--one-file-system", folder.toString()));
    }

    /// No secrets.
    @Override
    public String toString() {
        return "Rig[" + folder + "]";
    }
}
