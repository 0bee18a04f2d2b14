package io.credithub.flow.reconciliation;

import org.jspecify.annotations.Nullable;

/// What is counted of the rows that lists and reports read.
///
/// @param teachers on the roster; neither merged nor erased
/// @param cycles that there are rows of
/// @param rows in all
/// @param strangers rows of nobody on the roster
/// @param differing kept counts of cycles that are not those of the rows
/// @param pending what has changed and is not in the rows yet
/// @param recount row by row, if a fresh count was asked for
public record ListedFigures(
        long teachers,
        long cycles,
        long rows,
        long strangers,
        long differing,
        long pending,
        @Nullable ListedRecount recount) {
    /// @param differing kept counts of school years that are not those of the rows
    /// @param misplaced rows that are not where the roster has their teachers
    public record ListedRecount(long differing, long misplaced) {}

    /// Rows that there should be, and are not.
    long absent() {
        return teachers * Math.max(1, cycles) - (rows - strangers);
    }
}
