package io.credithub.flow.recompute;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.flow.recompute.Recomputation.RecordPlace;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Teachers whose awards were judged by other rules.
///
/// @param teachers how many there are
/// @param changes cycles that come out otherwise
/// @param unjudged how many records of each kind these rules have no answer for
/// @param moves records that matching puts elsewhere
public record BatchResult(
        int teachers,
        List<TeacherChange> changes,
        Map<UnjudgedKind, Integer> unjudged,
        List<RecordMove> moves) {
    /// A content that matching puts elsewhere.
    ///
    /// @param number its place among the contents of its record
    public record RecordMove(
            UUID key, int number, int teacher, RecordPlace before, RecordPlace after) {}

    /// Numbers of teachers, both included.
    public record TeacherRange(int first, int last) {}

    /// What a record is, as far as the rules look at it.
    ///
    /// @param policy number of the version that has no answer
    /// @param category of a self-directed result, else empty
    public record UnjudgedKind(int teacher, int policy, Level level, Form form, String category) {}
}
