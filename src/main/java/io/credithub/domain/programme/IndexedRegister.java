package io.credithub.domain.programme;

import io.credithub.domain.completion.NormalForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The programme register at one moment, looked up by hash: made once for each of its versions.
///
/// A family has the core of a name of its first entry for its text, so that an entry that comes
/// later renames no family but its own.
public final class IndexedRegister implements ProgrammeRegister {
    private static final Comparator<RegisterEntry> ORDER =
            Comparator.comparingInt(RegisterEntry::number).thenComparing(RegisterEntry::code);

    /// Enough for what comes at one time; who sends more titles than that has each taken apart
    /// anew.
    private static final int TITLES_KEPT_MAX = 4_096;

    private final Map<ProgrammeTitle, String> coreOfTitle = new ConcurrentHashMap<>();
    private final Map<String, HeldEntry> byCode = new HashMap<>();
    private final Map<String, List<HeldEntry>> byName = new HashMap<>();
    private final Map<String, String> familyOfCore = new HashMap<>();

    /// An entry as records find it.
    private record HeldEntry(
            RegisteredProgramme programme, @Nullable LocalDate endedOn, String family) {
        boolean holdsOn(LocalDate day) {
            return endedOn == null || !day.isAfter(endedOn);
        }

        boolean covers(LocalDate day) {
            LocalDate first = programme.startsOn();
            LocalDate last = programme.endsOn();
            return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
        }
    }

    private IndexedRegister() {}

    public static IndexedRegister of(ProgrammeEntries entries) {
        Map<String, List<RegisterEntry>> joined = new HashMap<>();
        List<RegisterEntry> inOrder = new ArrayList<>(entries.all());
        inOrder.sort(ORDER);
        for (RegisterEntry entry : inOrder) {
            String survivor = entries.survivor(entry).code();
            joined.computeIfAbsent(survivor, _ -> new ArrayList<>()).add(entry);
        }
        List<Map.Entry<RegisterEntry, List<RegisterEntry>>> groups = new ArrayList<>();
        joined.forEach((code, group) ->
                groups.add(Map.entry(Objects.requireNonNull(entries.entry(code)), group)));
        groups.sort(Map.Entry.comparingByKey(ORDER));
        CoreFamilies families = new CoreFamilies();
        for (var group : groups) families.unite(cores(group.getValue()));
        IndexedRegister register = new IndexedRegister();
        for (var group : groups) register.add(group.getKey(), group.getValue(), families);
        return register;
    }

    private void add(RegisterEntry survivor, List<RegisterEntry> group, CoreFamilies families) {
        Set<String> cores = cores(group);
        String family = families.of(cores.iterator().next());
        for (String core : cores) familyOfCore.put(core, family);
        Set<String> names = new LinkedHashSet<>(normal(survivor));
        for (RegisterEntry one : group) names.addAll(normal(one));
        HeldEntry held =
                new HeldEntry(programme(survivor, List.copyOf(names)), survivor.endedOn(), family);
        for (RegisterEntry one : group) byCode.put(one.code(), held);
        for (String name : names) {
            byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(held);
        }
    }

    private static RegisteredProgramme programme(RegisterEntry entry, List<String> names) {
        ProgrammeTerms terms = entry.terms();
        String organiser = terms.organiser();
        return new RegisteredProgramme(
                entry.number(),
                entry.code(),
                terms.name(),
                names,
                terms.level(),
                terms.form(),
                terms.hourHundredths(),
                organiser == null ? null : NormalForm.programme(organiser),
                terms.startsOn(),
                terms.endsOn(),
                entry.isWithdrawn());
    }

    private static List<String> normal(RegisterEntry entry) {
        return entry.names().stream().map(NormalForm::programme).toList();
    }

    /// Of every name, with the organiser told apart from it and without.
    static Set<String> cores(List<RegisterEntry> group) {
        Set<String> cores = new LinkedHashSet<>();
        for (RegisterEntry entry : group) {
            String organiser = entry.terms().organiser();
            String by = organiser == null ? null : NormalForm.programme(organiser);
            for (String name : normal(entry)) {
                cores.add(CoreName.of(new ProgrammeTitle(name, null, null, by)).core());
                cores.add(CoreName.of(ProgrammeTitle.named(name)).core());
            }
        }
        return cores;
    }

    @Override
    public @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
        HeldEntry coded = title.code() == null ? null : byCode.get(title.code());
        if (coded != null && coded.holdsOn(day)) return coded.programme();
        List<HeldEntry> named = byName.getOrDefault(title.name(), List.of());
        HeldEntry only = only(named, day, false);
        if (only == null) only = only(named, day, true);
        return only == null ? null : only.programme();
    }

    /// @param isWithin whether the day must lie in the period, too
    /// @return null if there is none, or more than one
    private static @Nullable HeldEntry only(
            List<HeldEntry> named, LocalDate day, boolean isWithin) {
        HeldEntry found = null;
        for (HeldEntry one : named) {
            if (!one.holdsOn(day) || (isWithin && !one.covers(day))) continue;
            if (found != null) return null;
            found = one;
        }
        return found;
    }

    /// All entries that a title may mean on a day: more than one is why [#find] finds none.
    public List<RegisteredProgramme> meanings(ProgrammeTitle title, LocalDate day) {
        RegisteredProgramme only = find(title, day);
        if (only != null) return List.of(only);
        List<HeldEntry> named = new ArrayList<>(byName.getOrDefault(title.name(), List.of()));
        named.removeIf(one -> !one.holdsOn(day));
        List<HeldEntry> within = named.stream().filter(one -> one.covers(day)).toList();
        return (within.isEmpty() ? named : within).stream().map(HeldEntry::programme).toList();
    }

    /// Names and aliases of more than one entry, each in its normal form.
    public Set<String> sharedNames() {
        Set<String> shared = new HashSet<>();
        byName.forEach((name, held) -> {
            if (held.size() > 1) shared.add(name);
        });
        return shared;
    }

    @Override
    public String family(ProgrammeTitle title, LocalDate day) {
        return family(title);
    }

    /// The same on every day.
    String family(ProgrammeTitle title) {
        HeldEntry coded = title.code() == null ? null : byCode.get(title.code());
        if (coded != null) return coded.family();
        List<HeldEntry> named = byName.get(title.name());
        if (named != null) return named.getFirst().family();
        String core = core(title);
        return familyOfCore.getOrDefault(core, core);
    }

    /// To take a name apart costs more than to judge its record, and a load has few titles.
    private String core(ProgrammeTitle title) {
        String known = coreOfTitle.get(title);
        if (known != null) return known;
        String core = CoreName.of(title).core();
        if (coreOfTitle.size() >= TITLES_KEPT_MAX) coreOfTitle.clear();
        coreOfTitle.put(title, core);
        return core;
    }

    /// Whether the register has the title's code, or its name: on whatever day.
    public boolean knows(ProgrammeTitle title) {
        boolean isCoded = title.code() != null && byCode.containsKey(title.code());
        return isCoded || hasName(title.name());
    }

    /// @param name in its normal form
    public boolean hasName(String name) {
        return byName.containsKey(name);
    }

    /// Every core that belongs to one of these families.
    Set<String> coresOf(Set<String> families) {
        Set<String> cores = new HashSet<>();
        familyOfCore.forEach((core, family) -> {
            if (families.contains(family)) cores.add(core);
        });
        return cores;
    }

    /// Whether records find the same by a code here and there.
    boolean isSame(IndexedRegister other, String code) {
        return Objects.equals(byCode.get(code), other.byCode.get(code));
    }

    /// The family of an entry; null if the register has no such code.
    @Nullable String familyOf(String code) {
        HeldEntry held = byCode.get(code);
        return held == null ? null : held.family();
    }

    /// Codes whose entry is of one of these families.
    Set<String> codesOf(Set<String> families) {
        Set<String> codes = new HashSet<>();
        byCode.forEach((code, held) -> {
            if (families.contains(held.family())) codes.add(code);
        });
        return codes;
    }

    /// Names of entries of one of these families.
    Set<String> namesOf(Set<String> families) {
        Set<String> names = new HashSet<>();
        byName.forEach((name, held) -> {
            if (families.contains(held.getFirst().family())) names.add(name);
        });
        return names;
    }
}
