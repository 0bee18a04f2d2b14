package io.credithub.domain.division;

import java.util.List;

/// The end of a division's code.
///
/// @param schoolYear the first school year, by its first year, in which the code holds no longer
/// @param name what it was called, `大同市南郊区`
/// @param successors the codes that took its place: one, or several where it was divided
public record DivisionChange(
        int schoolYear, String code, String name, List<String> successors, SuccessionKind kind) {
    public DivisionChange {
        successors = List.copyOf(successors);
        if (successors.isEmpty()) throw new IllegalArgumentException(code + " without successors");
    }
}
