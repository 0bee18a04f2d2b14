package io.credithub.domain.programme;

/// What an act does to one entry.
///
/// @param entry as it is from then on
/// @param detail what is new: the columns, the alias, the other entry's code; may be empty
public record EntryChange(RegisterEntry entry, EntryAct act, String detail) {
    /// What can happen to an entry.
    public enum EntryAct {
        ADDED,
        CHANGED,
        /// A complete file does not have it any more.
        ENDED,
        /// A file has it again.
        REVIVED,
        ALIAS_ADDED,
        ALIAS_TAKEN_AWAY,
        JOINED,
        PARTED,
        WITHDRAWN,
        REINSTATED
    }
}
