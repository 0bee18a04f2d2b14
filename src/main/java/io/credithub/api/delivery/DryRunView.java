package io.credithub.api.delivery;

import io.credithub.domain.Credits;
import io.credithub.flow.processing.DryRunReport;
import java.util.List;

/// What would become of a delivery. Nothing was stored.
///
/// @param credits that would be posted
/// @param findings the first hundred
public record DryRunView(
        long records,
        long accepted,
        long rejected,
        long duplicate,
        long waiting,
        Credits credits,
        List<FindingView> findings) {
    static DryRunView of(DryRunReport report) {
        return new DryRunView(
                report.records(),
                report.accepted(),
                report.rejected(),
                report.duplicate(),
                report.waiting(),
                report.credits(),
                report.findings().stream().map(FindingView::of).toList());
    }
}
