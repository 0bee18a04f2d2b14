package io.credithub.flow;

import java.util.List;

/// What became of a roster. `added + changed + unchanged + refused = rows`.
///
/// @param resolved records that waited and were posted
/// @param findings of refused rows and of changes of who a teacher is, at most [#FINDINGS_MAX]; the
///   position is that of the row
public record RosterReport(
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        long resolved,
        List<FindingAt> findings) {
    public static final int FINDINGS_MAX = 1000;

    public RosterReport {
        findings = List.copyOf(findings);
    }
}
