package io.credithub.flow.ledger;

import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.ledger.Posting.Cell;
import io.credithub.flow.ledger.Posting.CellKey;
import io.credithub.flow.ledger.Posting.OutcomeCounts;
import io.credithub.flow.ledger.Posting.StandingUpdate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Carries ledger lines and changed states into the sums: standings, reconciliation cells and the
/// outcomes of deliveries. All sums are additive, so no order of arrival can matter.
public final class PostingTotals {
    private final StandingUpdater teachers;
    private final Map<CellKey, Cell> cells = new TreeMap<>();
    private final Map<Long, OutcomeCounts> deliveries = new TreeMap<>();

    PostingTotals(StandingUpdater teachers) {
        this.teachers = teachers;
    }

    public @Nullable TeacherAccount account(int teacher) {
        return teachers.account(teacher);
    }

    /// Applies a line to its teacher's standing, and counts the teacher.
    void post(LedgerEntry entry) {
        TeacherAccount.AccountCycle sums = teachers.post(entry);
        int year = entry.price().schoolYear() - sums.tally().cycle();
        count(entry, teachers.accountOf(entry.teacher()).division(), new YearSums(sums, year));
    }

    void refresh(int teacher) {
        teachers.refresh(teacher);
    }

    private record YearSums(TeacherAccount.AccountCycle sums, int year) {}

    /// A person counts from the first record of a school year to the last: for the feed, and for
    /// all feeds together.
    private void count(LedgerEntry entry, String division, YearSums of) {
        int feed = entry.version().copy().origin().feed();
        boolean wasOfFeed = of.sums().has(feed, of.year());
        boolean was = of.sums().has(of.year());
        of.sums().count(feed, of.year(), entry.kind().sign());
        int year = entry.price().schoolYear();
        countPerson(new CellKey(feed, division, year), wasOfFeed, of.sums().has(feed, of.year()));
        countPerson(new CellKey(CellKey.ALL_FEEDS, division, year), was, of.sums().has(of.year()));
    }

    private void countPerson(CellKey key, boolean was, boolean is) {
        if (was != is) cells.computeIfAbsent(key, _ -> new Cell()).persons += is ? 1 : -1;
    }

    /// Carries a content's change of state into the sums of its delivery and its county.
    void move(RecordVersion version) {
        boolean isElsewhere = version.was() != version.now();
        if (!isElsewhere && !version.isRepriced() && !version.isMoved()) return;
        if (isElsewhere) settle(version);
        if (version.was() != null) count(version, version.was(), -1);
        count(version, version.now(), 1);
    }

    private void settle(RecordVersion version) {
        OutcomeCounts outcomes = outcomes(version.copy().origin().delivery());
        int hours = version.copy().hourHundredths();
        if (version.was() == VersionState.WAITING) {
            outcomes.waiting--;
            outcomes.waitingHours -= hours;
        }
        if (version.now() == VersionState.WAITING) {
            outcomes.waiting++;
            outcomes.waitingHours += hours;
            if (version.isNew()) return;
            outcomes.accepted--; // superseded while it waited, it counted as accepted
            outcomes.acceptedHours -= hours;
        } else if (version.isNew() || version.was() == VersionState.WAITING) {
            outcomes.accepted++;
            outcomes.acceptedHours += hours;
        }
    }

    /// The same content of the same record once more.
    public void duplicate(long delivery, int hourHundredths) {
        OutcomeCounts outcomes = outcomes(delivery);
        outcomes.duplicate++;
        outcomes.duplicateHours += hourHundredths;
    }

    public void reject(long delivery, int records) {
        outcomes(delivery).rejected += records;
    }

    private OutcomeCounts outcomes(long delivery) {
        return deliveries.computeIfAbsent(delivery, _ -> new OutcomeCounts());
    }

    /// @param by -1: as it was; 1: as it is
    private void count(RecordVersion version, VersionState state, int by) {
        Valuation worth = by < 0 ? version.worthWas() : version.copy().worth();
        if (!state.isMatched() || worth == null) return;
        int teacher = by < 0 ? version.teacherWas() : version.teacher();
        CellKey key =
                new CellKey(
                        version.copy().origin().feed(),
                        teachers.accountOf(teacher).division(),
                        worth.price().schoolYear());
        Cell cell = cells.computeIfAbsent(key, _ -> new Cell());
        int hours = by * version.copy().hourHundredths();
        switch (state) {
            case IN_FORCE -> {
                cell.posted += by;
                cell.postedHours += hours;
                cell.postedCredits += (long) by * worth.price().credits();
            }
            case ASIDE -> {
                cell.aside += by;
                cell.asideHours += hours;
            }
            case HELD -> {
                cell.held += by;
                cell.heldHours += hours;
            }
            case REFUSED -> {
                cell.refused += by;
                cell.refusedHours += hours;
            }
            case SUPERSEDED, WITHDRAWN, WAITING -> {}
        }
    }

    public List<StandingUpdate> standings() {
        return teachers.standings();
    }

    public List<LedgerMovement> adjustments() {
        return teachers.adjustments();
    }

    public Map<CellKey, Cell> cells() {
        return cells;
    }

    public Map<Long, OutcomeCounts> deliveries() {
        return deliveries;
    }
}
