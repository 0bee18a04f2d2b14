package io.credithub.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A hub with folders to send reports to: one for reports without persons, one for all.
public final class DeliveringHub implements QuarkusTestProfile {
    static final Path OFFICE = folder("office");
    static final Path PERSONS = folder("persons");

    /// The same whichever loader has this class: the hub's, or the test's.
    private static Path folder(String name) {
        long process = ProcessHandle.current().pid();
        Path folder =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "credithub-delivered-%d-%s".formatted(process, name));
        try {
            return Files.createDirectories(folder);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PlantedReports.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        target(settings, "office", OFFICE);
        target(settings, "persons", PERSONS);
        settings.put("hub.delivery.targets.persons.persons", "true");
        settings.put("hub.delivery.first-pause", "1s");
        settings.put("hub.delivery.longest-pause", "1s");
        settings.put("hub.delivery.tries-max", "2");
        return settings;
    }

    private static void target(Map<String, String> settings, String name, Path folder) {
        String target = "hub.delivery.targets." + name + ".";
        settings.put(target + "kind", "folder");
        settings.put(target + "divisions", "149900");
        settings.put(target + "folder", folder.toString());
    }
}
