package io.credithub.fakes;

import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Every change of the programme register, the oldest first.
final class StoredRegister {
    final List<StoredDecision> decisions;

    /// @param changes with the numbers of their entries
    record StoredDecision(
            long version, Instant at, String by, String reason, List<EntryChange> changes) {}

    StoredRegister() {
        this(List.of());
    }

    private StoredRegister(List<StoredDecision> decisions) {
        this.decisions = new ArrayList<>(decisions);
    }

    StoredRegister copy() {
        return new StoredRegister(decisions);
    }

    long version() {
        return decisions.isEmpty() ? 0 : decisions.getLast().version();
    }

    ProgrammeEntries at(long version) {
        ProgrammeEntries entries = ProgrammeEntries.NONE;
        for (StoredDecision decision : decisions) {
            if (decision.version() <= version) entries = entries.with(changed(decision));
        }
        return entries;
    }

    ProgrammeEntries at(Instant moment) {
        ProgrammeEntries entries = ProgrammeEntries.NONE;
        for (StoredDecision decision : decisions) {
            if (!decision.at().isAfter(moment)) entries = entries.with(changed(decision));
        }
        return entries;
    }

    private static List<RegisterEntry> changed(StoredDecision decision) {
        return decision.changes().stream().map(EntryChange::entry).toList();
    }
}
