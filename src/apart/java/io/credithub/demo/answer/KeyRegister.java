package io.credithub.demo.answer;

import io.credithub.demo.injected.OfficialProgramme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register of programmes, looked up as the rules have it: by code, else by a name or alias
/// that is one programme's only.
public final class KeyRegister {
    private final Map<String, OfficialProgramme> byCode = new HashMap<>();
    private final Map<String, List<OfficialProgramme>> byName = new HashMap<>();

    public KeyRegister(Stream<OfficialProgramme> entries) {
        entries.forEach(this::add);
    }

    private void add(OfficialProgramme entry) {
        String code = entry.programme().code();
        if (code == null) throw new IllegalArgumentException("an entry without a code");
        byCode.put(code, entry);
        named(entry.programme().name(), entry);
        for (String alias : entry.aliases()) named(alias, entry);
    }

    private void named(String name, OfficialProgramme entry) {
        byName.computeIfAbsent(KeyName.normal(name), _ -> new ArrayList<>()).add(entry);
    }

    /// @return null if the register does not know it, or not which one it is
    @Nullable OfficialProgramme find(KeyRecord record) {
        String code = record.told().code();
        if (code != null && byCode.containsKey(code)) return byCode.get(code);
        List<OfficialProgramme> named = named(record);
        return named.size() == 1 ? named.getFirst() : null;
    }

    /// Whether it goes by its name, and that is several programmes'.
    boolean isShared(KeyRecord record) {
        return find(record) == null && named(record).size() > 1;
    }

    private List<OfficialProgramme> named(KeyRecord record) {
        return byName.getOrDefault(KeyName.normal(record.details().name()), List.of());
    }
}
