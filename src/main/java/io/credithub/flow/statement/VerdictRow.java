package io.credithub.flow.statement;

import io.credithub.domain.standing.VerdictFigures;
import java.util.List;

/// Where a teacher on the roster stands in a cycle, as lists show it.
///
/// @param teacher number in the registry
/// @param cycle its first school year
/// @param whole of the cycle
/// @param years of its school years, in order
public record VerdictRow(
        int teacher,
        int cycle,
        RosterPlace place,
        VerdictFigures whole,
        List<VerdictFigures> years) {
    public VerdictRow {
        years = List.copyOf(years);
    }

    /// Where the roster has a teacher.
    ///
    /// @param division the county that answers for the teacher
    /// @param school code of the school that the teacher belongs to; empty: the roster names none
    /// @param state as the roster writes it
    public record RosterPlace(String division, String school, String state) {}
}
