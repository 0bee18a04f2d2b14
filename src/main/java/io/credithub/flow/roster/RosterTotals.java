package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.roster.RosterReading.RosterLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up what became of a roster while it is taken in.
final class RosterTotals {
    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long refused;
    private long resolved;
    private final List<FindingAt> findings = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final Set<String> divisions = new HashSet<>();
    private final SortedMap<String, Long> belonging = new TreeMap<>();
    private final List<WithoutHome> withoutHome = new ArrayList<>();

    /// A row of somebody whose home school's county was not known when it was read.
    private record WithoutHome(long position, @Nullable String school) {}

    void add(List<RosterLine.UnderstoodRow> batch, Enrolled enrolled) {
        rows += batch.size();
        refused += enrolled.refused();
        for (Enrolled.RowRemark told : enrolled.told()) {
            tell(batch.get(told.index()).position(), told.finding());
        }
        for (int index : enrolled.withoutHome()) {
            RosterLine.UnderstoodRow line = batch.get(index);
            withoutHome.add(new WithoutHome(line.position(), line.row().homeSchool()));
        }
        added += enrolled.added();
        changed += enrolled.changed();
        unchanged += enrolled.unchanged();
        for (int teacher : enrolled.seen()) seen.set(teacher);
        for (RosterLine.UnderstoodRow line : batch) {
            RosterRow row = line.row();
            if (row.division() != null) divisions.add(row.division());
            String home = row.homeDivision() == null ? row.division() : row.homeDivision();
            if (home != null) belonging.merge(home, 1L, Long::sum);
        }
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

    /// Teachers whom a row was about, by their numbers in the registry.
    BitSet seen() {
        return seen;
    }

    /// What the file speaks of.
    Set<String> divisions() {
        return divisions;
    }

    boolean lacksHomes() {
        return !withoutHome.isEmpty();
    }

    /// Whoever is not at home and has no county by now is counted where they work.
    ///
    /// @param unknown home schools that nobody knows the county of
    void housed(Set<String> unknown) {
        for (WithoutHome one : withoutHome) {
            if (one.school() != null && !unknown.contains(one.school())) continue;
            tell(
                    one.position(),
                    new Finding(
                            FindingCode.HOME_DIVISION_UNKNOWN,
                            "/home_division_code",
                            one.school()));
        }
    }

    RosterReport report(RosterReport.@Nullable Absent absent) {
        findings.sort(Comparator.comparingLong(FindingAt::position));
        return new RosterReport(
                rows, added, changed, unchanged, refused, resolved, findings, absent, belonging);
    }
}
