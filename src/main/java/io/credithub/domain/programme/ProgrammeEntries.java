package io.credithub.domain.programme;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.domain.programme.RegisterOutcome.Altered;
import io.credithub.domain.programme.RegisterOutcome.NoSuchEntry;
import io.credithub.domain.programme.RegisterOutcome.NotAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All entries of the programme register at one moment, and what can be done to them. Nothing here
/// changes anything: an act answers what would be different.
public final class ProgrammeEntries {
    public static final int ALIASES_MAX = 200;
    public static final int ENTRIES_MAX = 200_000;
    public static final ProgrammeEntries NONE = new ProgrammeEntries(Map.of());

    private final Map<String, RegisterEntry> byCode;

    private ProgrammeEntries(Map<String, RegisterEntry> byCode) {
        this.byCode = byCode;
    }

    /// @throws IllegalArgumentException if two have one code
    public static ProgrammeEntries of(Collection<RegisterEntry> entries) {
        Map<String, RegisterEntry> all = new HashMap<>();
        for (RegisterEntry entry : entries) {
            if (all.put(entry.code(), entry) != null) {
                throw new IllegalArgumentException("two entries of one code: " + entry.code());
            }
        }
        return new ProgrammeEntries(all);
    }

    /// With these entries in the place of those of the same codes.
    public ProgrammeEntries with(Collection<RegisterEntry> changed) {
        if (changed.isEmpty()) return this;
        Map<String, RegisterEntry> all = new HashMap<>(byCode);
        for (RegisterEntry entry : changed) all.put(entry.code(), entry);
        return new ProgrammeEntries(all);
    }

    public Collection<RegisterEntry> all() {
        return byCode.values();
    }

    public @Nullable RegisterEntry entry(String code) {
        return byCode.get(code);
    }

    /// The entry that one stands for: itself, or the one that it was joined to.
    public RegisterEntry survivor(RegisterEntry entry) {
        RegisterEntry survivor = entry;
        for (int steps = 0; survivor.joinedTo() != null; steps++) {
            RegisterEntry next = byCode.get(survivor.joinedTo());
            if (next == null || steps > byCode.size()) {
                throw new IllegalStateException("joined to nothing: " + entry.code());
            }
            survivor = next;
        }
        return survivor;
    }

    public RegisterOutcome addAlias(String code, String alias) {
        RegisterEntry entry = byCode.get(code);
        if (entry == null) return new NoSuchEntry();
        if (isName(entry, alias)) return new NotAllowed(RegisterRefusal.OWN_NAME);
        if (entry.aliases().holds(alias)) return new Altered(List.of());
        if (entry.aliases().inForce().size() >= ALIASES_MAX) {
            return new NotAllowed(RegisterRefusal.TOO_MANY_ALIASES);
        }
        RegisterEntry after = entry.saying(entry.terms(), entry.aliases().with(alias));
        return changing(after, EntryAct.ALIAS_ADDED, alias);
    }

    public RegisterOutcome takeAliasAway(String code, String alias) {
        RegisterEntry entry = byCode.get(code);
        if (entry == null) return new NoSuchEntry();
        if (isName(entry, alias)) return new NotAllowed(RegisterRefusal.OWN_NAME);
        if (!entry.aliases().holds(alias)) return new NoSuchEntry();
        RegisterEntry after = entry.saying(entry.terms(), entry.aliases().without(alias));
        return changing(after, EntryAct.ALIAS_TAKEN_AWAY, alias);
    }

    private static boolean isName(RegisterEntry entry, String alias) {
        return NormalForm.programme(entry.terms().name()).equals(NormalForm.programme(alias));
    }

    /// From now on one is the other: by its code and its names the other is found. What was joined
    /// to it comes along.
    public RegisterOutcome join(String code, String into) {
        RegisterEntry entry = byCode.get(code);
        RegisterEntry other = byCode.get(into);
        if (entry == null || other == null) return new NoSuchEntry();
        RegisterEntry survivor = survivor(other);
        if (survivor.code().equals(survivor(entry).code())) {
            return new NotAllowed(RegisterRefusal.SAME_ENTRY);
        }
        if (entry.joinedTo() != null) return new NotAllowed(RegisterRefusal.IS_JOINED);
        if (entry.isWithdrawn() != survivor.isWithdrawn()) {
            return new NotAllowed(
                    entry.isWithdrawn()
                            ? RegisterRefusal.IS_WITHDRAWN
                            : RegisterRefusal.NOT_WITHDRAWN);
        }
        return changing(entry.joined(survivor.code()), EntryAct.JOINED, survivor.code());
    }

    /// It stands for itself again.
    public RegisterOutcome part(String code) {
        RegisterEntry entry = byCode.get(code);
        if (entry == null) return new NoSuchEntry();
        if (entry.joinedTo() == null) return new NotAllowed(RegisterRefusal.NOT_JOINED);
        return changing(entry.joined(null), EntryAct.PARTED, entry.joinedTo());
    }

    public RegisterOutcome withdraw(String code) {
        RegisterEntry entry = byCode.get(code);
        if (entry == null) return new NoSuchEntry();
        if (entry.joinedTo() != null) return new NotAllowed(RegisterRefusal.IS_JOINED);
        if (entry.isWithdrawn()) return new NotAllowed(RegisterRefusal.IS_WITHDRAWN);
        return changing(entry.withdrawn(true), EntryAct.WITHDRAWN, "");
    }

    public RegisterOutcome reinstate(String code) {
        RegisterEntry entry = byCode.get(code);
        if (entry == null) return new NoSuchEntry();
        if (entry.joinedTo() != null) return new NotAllowed(RegisterRefusal.IS_JOINED);
        if (!entry.isWithdrawn()) return new NotAllowed(RegisterRefusal.NOT_WITHDRAWN);
        return changing(entry.withdrawn(false), EntryAct.REINSTATED, "");
    }

    private static RegisterOutcome changing(RegisterEntry entry, EntryAct act, String detail) {
        return new Altered(List.of(new EntryChange(entry, act, detail)));
    }

    /// Takes a file in. The same file again changes nothing.
    ///
    /// @param today the last day on which what a complete file leaves out still holds
    public RegisterOutcome take(RegisterFile file, LocalDate today) {
        List<EntryChange> changes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int added = 0;
        for (RegisterRow row : file.rows()) {
            seen.add(row.code());
            RegisterEntry before = byCode.get(row.code());
            EntryChange change = before == null ? added(row) : changed(before, row, file.columns());
            if (change == null) continue;
            if (before == null) added++;
            changes.add(change);
        }
        if (byCode.size() + added > ENTRIES_MAX) {
            return new NotAllowed(RegisterRefusal.TOO_MANY_ENTRIES);
        }
        if (file.isSnapshot()) changes.addAll(ended(seen, today));
        return new Altered(changes);
    }

    private static EntryChange added(RegisterRow row) {
        AliasSet aliases = AliasSet.NONE.filing(row.aliases());
        RegisterEntry entry = RegisterEntry.of(row.code(), row.terms(), aliases);
        return new EntryChange(entry, EntryAct.ADDED, "");
    }

    private static @Nullable EntryChange changed(
            RegisterEntry before, RegisterRow row, Set<ProgrammeColumn> columns) {
        ProgrammeTerms terms = ProgrammeColumn.over(before.terms(), row.terms(), columns);
        boolean isNaming = columns.contains(ProgrammeColumn.ALIASES);
        AliasSet aliases = isNaming ? before.aliases().filing(row.aliases()) : before.aliases();
        RegisterEntry after = before.saying(terms, aliases).ending(null);
        if (after.equals(before)) return null;
        EntryAct act = before.endedOn() == null ? EntryAct.CHANGED : EntryAct.REVIVED;
        return new EntryChange(after, act, difference(before, after));
    }

    /// The columns in which two states of one entry differ.
    private static String difference(RegisterEntry before, RegisterEntry after) {
        List<String> columns = new ArrayList<>();
        for (ProgrammeColumn column : ProgrammeColumn.values()) {
            ProgrammeTerms only =
                    ProgrammeColumn.over(before.terms(), after.terms(), Set.of(column));
            boolean isOther =
                    column == ProgrammeColumn.ALIASES
                            ? !before.aliases().equals(after.aliases())
                            : !only.equals(before.terms());
            if (isOther) columns.add(column.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", columns);
    }

    private List<EntryChange> ended(Set<String> seen, LocalDate today) {
        List<EntryChange> ended = new ArrayList<>();
        for (RegisterEntry entry : byCode.values()) {
            if (entry.endedOn() != null || seen.contains(entry.code())) continue;
            ended.add(new EntryChange(entry.ending(today), EntryAct.ENDED, today.toString()));
        }
        ended.sort(Comparator.comparing(change -> change.entry().code()));
        return ended;
    }
}
