package io.credithub.domain.division;

import org.jspecify.annotations.Nullable;

/// A division of today, as a list states it.
///
/// @param code six digits
/// @param name without that of the division it belongs to: `小店区`
/// @param parent the code of the division it belongs to; null: a province
public record ListedDivision(
        String code,
        String name,
        DivisionLevel level,
        @Nullable String parent,
        DivisionKind kind) {}
