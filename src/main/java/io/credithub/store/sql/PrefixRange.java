package io.credithub.store.sql;

/// A condition on what a text begins with, as a range of texts ordered byte by byte: an index is
/// read for it whatever the prefix. Of `starts_with` the server makes such a range only for a
/// prefix that it knows while it plans, and here it plans for any.
public final class PrefixRange {
    private PrefixRange() {}

    /// @param column a text that is never null
    /// @param prefix of type text; the empty one begins every text
    public static String of(String column, String prefix) {
        return "%1$s >= %2$s and %1$s < %2$s || chr(1114111)".formatted(column, prefix);
    }
}
