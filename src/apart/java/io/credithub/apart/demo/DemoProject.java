package io.credithub.apart.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The demo's own routes and mappings: the hub's, an agency that may report little beside its
/// feeds, and a level whose records must name evidence.
final class DemoProject {
    private static final String MATCHING = "mappings/reconciliation/shanxi-2017.yaml";
    private static final String NO_EVIDENCE = "  # evidenceLevels: [NATIONAL, PROVINCE]";
    private static final String EVIDENCE = "  evidenceLevels: [CITY]";
    private static final String AGENCY = "/demo/agency-push/";

    private DemoProject() {}

    /// @param from the hub's own project
    /// @param to made if it is missing
    /// @return where it was written
    static Path write(Path from, Path to) throws IOException {
        for (String part : List.of("routes", "mappings")) {
            copy(from.resolve(part), to.resolve(part));
        }
        Path matching = to.resolve(MATCHING);
        String rules = Files.readString(matching);
        if (!rules.contains(NO_EVIDENCE)) {
            throw new IllegalStateException(MATCHING + " has no line " + NO_EVIDENCE.strip());
        }
        Files.writeString(matching, rules.replace(NO_EVIDENCE, EVIDENCE));
        Path agency = Files.createDirectories(to.resolve("mappings/agency-push"));
        Files.writeString(agency.resolve("feed.yaml"), resource("feed.yaml"));
        String route = "agency-push.camel.yaml";
        Files.writeString(to.resolve("routes").resolve(route), resource(route));
        return to;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path path : found.toList()) {
                Path copied = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(copied);
                else Files.copy(path, copied);
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DemoProject.class.getResourceAsStream(AGENCY + name)) {
            if (in == null) throw new IllegalStateException("the build lacks " + AGENCY + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
