package io.credithub.flow;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.RosterReading.Line;
import java.util.ArrayList;
import java.util.Comparator;
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

    void add(List<Line.Understood> batch, Enrolled enrolled) {
        rows += batch.size();
        refused += enrolled.refused();
        for (Enrolled.Told told : enrolled.told()) {
            tell(batch.get(told.index()).position(), told.finding());
        }
        added += enrolled.added();
        changed += enrolled.changed();
        unchanged += enrolled.unchanged();
    }

    void refuse(long position, List<Finding> why) {
        rows++;
        refused++;
        for (Finding finding : why) tell(position, finding);
    }

    private void tell(long position, Finding finding) {
        if (findings.size() >= RosterReport.FINDINGS_MAX) return;
        findings.add(new FindingAt(position, null, finding));
    }

    void resolve(int records) {
        resolved += records;
    }

    RosterReport report() {
        findings.sort(Comparator.comparingLong(FindingAt::position));
        return new RosterReport(rows, added, changed, unchanged, refused, resolved, findings);
    }
}
