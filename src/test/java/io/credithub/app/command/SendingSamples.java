package io.credithub.app.command;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A hub whose only report is a sample, and a folder to send it to.
public final class SendingSamples implements QuarkusTestProfile {
    static final Path FOLDER = folder();

    /// The same whichever loader has this class: the hub's, or the test's.
    private static Path folder() {
        Path folder =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "credithub-commanded-" + ProcessHandle.current().pid());
        try {
            return Files.createDirectories(folder);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SampledReports.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("hub.delivery.targets.office.kind", "folder");
        settings.put("hub.delivery.targets.office.divisions", "140700");
        settings.put("hub.delivery.targets.office.folder", FOLDER.toString());
        settings.put("hub.delivery.first-pause", "1s");
        settings.put("hub.delivery.longest-pause", "1s");
        settings.put("hub.delivery.tries-max", "1");
        return settings;
    }
}
