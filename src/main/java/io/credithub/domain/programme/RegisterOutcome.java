package io.credithub.domain.programme;

import java.util.List;

/// What becomes of an act on the register.
public sealed interface RegisterOutcome {
    /// @param changes empty: it is so already
    record Altered(List<EntryChange> changes) implements RegisterOutcome {
        public Altered {
            changes = List.copyOf(changes);
        }
    }

    /// A rule forbids it.
    record NotAllowed(RegisterRefusal why) implements RegisterOutcome {}

    /// There is no such entry, or no such alias.
    record NoSuchEntry() implements RegisterOutcome {}
}
