package io.credithub.flow.roster;

import io.credithub.flow.delivery.FindingAt;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of a roster. `added + changed + unchanged + refused = rows`.
///
/// @param resolved records that waited and were posted
/// @param findings of refused rows and of changes of who a teacher is, at most [#FINDINGS_MAX]; the
///   position is that of the row
/// @param absent of a trial: who is in the registry and not in the file, in the file's divisions
/// @param divisions how many rows that were understood say which county their teacher belongs to
public record RosterReport(
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        long resolved,
        List<FindingAt> findings,
        @Nullable Absent absent,
        SortedMap<String, Long> divisions) {
    public static final int FINDINGS_MAX = 1000;

    /// Teachers whom a file leaves out. They stay as they are.
    ///
    /// @param teachers numbers of the first of them, at most [#LISTED_MAX]
    public record Absent(long count, List<String> teachers) {
        public static final int LISTED_MAX = 100;

        public Absent {
            teachers = List.copyOf(teachers);
        }
    }

    public RosterReport {
        findings = List.copyOf(findings);
        divisions = Collections.unmodifiableSortedMap(new TreeMap<>(divisions));
    }
}
