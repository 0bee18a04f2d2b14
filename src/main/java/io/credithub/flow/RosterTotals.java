package io.credithub.flow;

import io.credithub.domain.completion.Finding;
import java.util.ArrayList;
import java.util.List;

/// Adds up what became of a roster while it is taken in.
final class RosterTotals {
    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long refused;
    private long resolved;
    private final List<FindingAt> findings = new ArrayList<>();

    void add(int batch, Enrolled enrolled) {
        rows += batch - enrolled.mismatched().size();
        added += enrolled.added();
        changed += enrolled.changed();
        unchanged += enrolled.unchanged();
    }

    void refuse(long position, List<Finding> why) {
        rows++;
        refused++;
        for (Finding finding : why) {
            if (findings.size() < RosterReport.FINDINGS_MAX) {
                findings.add(new FindingAt(position, null, finding));
            }
        }
    }

    void resolve(int records) {
        resolved += records;
    }

    RosterReport report() {
        return new RosterReport(rows, added, changed, unchanged, refused, resolved, findings);
    }
}
