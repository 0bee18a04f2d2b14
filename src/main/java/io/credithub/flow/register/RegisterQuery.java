package io.credithub.flow.register;

import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.RegisterEntry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks into the programme register. Implemented by `hub.store`.
public interface RegisterQuery {
    /// What an entry is good for.
    enum EntryState {
        IN_FORCE,
        ENDED,
        JOINED,
        WITHDRAWN
    }

    /// What is looked for; what is absent does not matter.
    ///
    /// @param code its beginning
    /// @param name a part of the name or of an alias, in the normal form
    /// @param year in which the period lies, or a part of it
    /// @param organiser a part of it, in the normal form
    record RegisterSearch(
            @Nullable String code,
            @Nullable String name,
            @Nullable Level level,
            @Nullable Integer year,
            @Nullable String organiser,
            @Nullable EntryState state) {}

    /// @param after number of the entry before the first; 0: from the beginning
    /// @return at most so many, in order of their codes
    Uni<List<RegisterEntry>> search(RegisterSearch search, int after, int most);

    /// An entry as it was at a moment; nothing if there was none then.
    ///
    /// @param at absent: now
    Uni<Optional<FoundEntry>> find(String code, @Nullable Instant at);

    /// @param joined codes of the entries that were joined to it, at that moment
    /// @param history all that ever happened to it, the oldest first
    record FoundEntry(RegisterEntry entry, List<String> joined, List<EntryEvent> history) {}

    /// Something that happened to an entry.
    ///
    /// @param version number of the register from then on
    /// @param detail what was new; may be empty
    record EntryEvent(
            long version, Instant at, String by, String reason, EntryAct act, String detail) {}

    static EntryState state(RegisterEntry entry) {
        if (entry.joinedTo() != null) return EntryState.JOINED;
        if (entry.isWithdrawn()) return EntryState.WITHDRAWN;
        return entry.endedOn() == null ? EntryState.IN_FORCE : EntryState.ENDED;
    }
}
