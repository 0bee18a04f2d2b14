package io.credithub.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The CycloneDX bill of materials, as far as it tells what is handed out: what only the build
/// needs is in the bill too, and is left out here.
///
/// @param parts ordered by name
record Bill(List<Part> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The names that SPDX has for what poms say otherwise.
    private static final Map<String, String> SPDX =
            Map.of(
                    "GPL-2.0-with-classpath-exception",
                    "GPL-2.0-only WITH Classpath-exception-2.0",
                    "Bouncy Castle Licence",
                    "LicenseRef-Bouncy-Castle",
                    "Public Domain",
                    "LicenseRef-Public-Domain");

    /// A library or a file of the distribution.
    ///
    /// @param name group and artifact of a library; the file's name of a file that the build made
    /// @param licences SPDX identifiers, of which the receiver may choose one; empty for a file
    /// @param files where it lies, below `target/quarkus-app`
    record Part(
            String name,
            String version,
            List<String> licences,
            List<String> files,
            String sha256,
            boolean isLibrary) {}

    static Bill read(String json) throws IOException {
        JsonNode bill = JSON.readTree(json);
        if (!bill.path("bomFormat").asText().equals("CycloneDX")) {
            throw new IllegalArgumentException("not a CycloneDX bill");
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            if (isShipped(component)) parts.add(part(component));
        }
        parts.sort(Comparator.comparing(Part::name));
        return new Bill(List.copyOf(parts));
    }

    /// What others have written: the hub's own artifact is not among them.
    List<Part> libraries() {
        return parts.stream()
                .filter(Part::isLibrary)
                .filter(part -> !part.name().startsWith("io.credithub:"))
                .toList();
    }

    private static boolean isShipped(JsonNode component) {
        for (JsonNode property : component.path("properties")) {
            if (property.path("name").asText().equals("quarkus:component:scope")) {
                return property.path("value").asText().equals("runtime");
            }
        }
        throw new IllegalArgumentException("no scope: " + component.path("name").asText());
    }

    private static Part part(JsonNode component) {
        String group = component.path("group").asText();
        String artifact = component.path("name").asText();
        return new Part(
                group.isEmpty() ? artifact : group + ":" + artifact,
                component.path("version").asText(),
                each(component.path("licenses")).map(Bill::licence).toList(),
                each(component.path("evidence").path("occurrences"))
                        .map(occurrence -> occurrence.path("location").asText())
                        .toList(),
                each(component.path("hashes"))
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .findFirst()
                        .orElse(""),
                component.path("purl").asText().startsWith("pkg:maven/"));
    }

    private static String licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        String said =
                Stream.of(entry.path("expression"), licence.path("id"), licence.path("name"))
                        .map(JsonNode::asText)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        return SPDX.getOrDefault(said, said);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }
}
