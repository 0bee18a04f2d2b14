package io.credithub.mapping.feed;

import org.jspecify.annotations.Nullable;

/// Listens to the code tables of a mapping. [#OFF] hears nothing and costs nothing; whoever listens
/// hears the very look-ups that the mapping makes, so that no explanation can differ from it.
@FunctionalInterface
interface CodeLookupListener {
    CodeLookupListener OFF = (_, _, _) -> {};

    /// @param canonical null if the table has no such code
    void looked(String table, String source, @Nullable String canonical);
}
