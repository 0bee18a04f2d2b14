package io.credithub.flow.explain;

import org.jspecify.annotations.Nullable;

/// A source's code that a mapping looked up in one of its tables.
///
/// @param field a JSON pointer to the canonical field that it was looked up for, as `/form`
/// @param table the file under `codes/`, as `form.csv`
/// @param source as the source writes it
/// @param canonical what the table has for it; null: nothing
public record CodeLookup(String field, String table, String source, @Nullable String canonical) {}
