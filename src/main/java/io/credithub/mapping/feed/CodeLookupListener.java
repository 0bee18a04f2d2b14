package io.credithub.mapping.feed;

import org.jspecify.annotations.Nullable;

/// Is called for each look-up in the code tables of a mapping; [#OFF] does nothing. These are the
/// look-ups that the mapping makes, so that no explanation can differ from it.
@FunctionalInterface
interface CodeLookupListener {
    CodeLookupListener OFF = (_, _, _) -> {};

    /// @param canonical null if the table has no such code
    void looked(String table, String source, @Nullable String canonical);
}
