package io.credithub.app.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.store.erasure.ErasedPersons.ErasureEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Who was erased, in a file beside the database: after an older backup is restored, nothing else
/// knows. It names nobody: what it has are keyed hashes.
record ErasureList(Path file) {
    private static final String ADMITTED = "admitted";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ErasureList in(Path home) {
        return new ErasureList(home.resolve("erasures.jsonl"));
    }

    /// Whoever was admitted again is kept out no more.
    List<ErasureEntry> read() throws IOException {
        if (!Files.exists(file)) return List.of();
        List<ErasureEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            if (node.has(ADMITTED)) {
                Set<UUID> admitted = Set.copyOf(hashes(node.get(ADMITTED)));
                entries.replaceAll(entry -> without(entry, admitted));
            } else if (node.isObject()) {
                entries.add(entry(node));
            }
        }
        entries.removeIf(entry -> entry.hashes().isEmpty());
        return entries;
    }

    private static ErasureEntry without(ErasureEntry entry, Set<UUID> admitted) {
        List<UUID> left = new ArrayList<>(entry.hashes());
        left.removeAll(admitted);
        return new ErasureEntry(entry.basis(), entry.askedBy(), entry.askedAt(), left);
    }

    private static ErasureEntry entry(JsonNode node) {
        return new ErasureEntry(
                node.path("basis").asText(),
                node.path("askedBy").asText(),
                Instant.parse(node.path("askedAt").asText()),
                hashes(node.path("hashes")));
    }

    private static List<UUID> hashes(JsonNode list) {
        List<UUID> hashes = new ArrayList<>();
        for (JsonNode hash : list) hashes.add(UUID.fromString(hash.asText()));
        return hashes;
    }

    /// From here on nobody is erased again by these.
    void admit(Set<UUID> hashes) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("at", Instant.now().toString());
        put(line.putArray(ADMITTED), hashes);
        List<String> lines = lines();
        lines.add(line.toString());
        write(lines);
    }

    /// What is there stays: the registry may be an older one.
    void keep(Collection<ErasureEntry> entries) throws IOException {
        List<String> lines = lines();
        Set<ErasureEntry> known = new HashSet<>(read());
        for (ErasureEntry entry : entries) {
            ErasureEntry sorted = sorted(entry);
            if (known.add(sorted)) lines.add(line(sorted));
        }
        write(lines);
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
    }

    private void write(List<String> lines) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".next");
        Files.write(whole, lines);
        Files.move(
                whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ErasureEntry sorted(ErasureEntry entry) {
        List<UUID> hashes = entry.hashes().stream().sorted().toList();
        return new ErasureEntry(entry.basis(), entry.askedBy(), entry.askedAt(), hashes);
    }

    private static String line(ErasureEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("askedAt", entry.askedAt().toString()).put("askedBy", entry.askedBy());
        line.put("basis", entry.basis());
        put(line.putArray("hashes"), entry.hashes());
        return line.toString();
    }

    private static void put(ArrayNode list, Collection<UUID> hashes) {
        hashes.stream().sorted().map(UUID::toString).forEach(list::add);
    }
}
