package io.credithub.flow.expectation;

import io.credithub.flow.delivery.FindingAt;
import java.util.List;

/// What became of an enrolment list. `enrolled + refused = rows`.
///
/// @param findings of refused rows, at most [#FINDINGS_MAX]; the position is that of the row
public record EnrolmentReport(
        long rows,
        long enrolled,
        long refused,
        EnrolmentLists.ListChange change,
        List<FindingAt> findings) {
    public static final int FINDINGS_MAX = 1000;

    public EnrolmentReport {
        findings = List.copyOf(findings);
    }
}
