package io.credithub.flow.ledger;

import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.teacher.TeacherKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that one transaction writes.
///
/// @param chunk the chunk that this finishes; absent when something else set it going
/// @param occasion what set it going
/// @param versions contents, new or changed, that are not written yet
/// @param findings of the chunk
/// @param told findings of records that came before
/// @param adjustments of loans, written after the entries that they follow from
/// @param keys of the teachers that new waiting contents wait for
public record Posting(
        @Nullable Finished chunk,
        Occasion occasion,
        List<RecordVersion> versions,
        Map<RecordVersion, TeacherKeys> keys,
        List<LedgerEntry> entries,
        List<StandingUpdate> standings,
        Map<CellKey, Cell> cells,
        Map<Long, OutcomeCounts> deliveries,
        List<FindingAt> findings,
        List<LateFinding> told,
        List<LedgerMovement> adjustments) {

    /// A finding with the delivery of its record.
    public record LateFinding(long delivery, FindingAt at) {}

    /// The same with more findings.
    public Posting withFindings(List<FindingAt> more) {
        List<FindingAt> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Posting(
                chunk,
                occasion,
                versions,
                keys,
                entries,
                standings,
                cells,
                deliveries,
                all,
                told,
                adjustments);
    }

    /// What follows from a decision that no chunk set going.
    public static Posting ofNoChunk(RecordMerge decision, PostingTotals totals) {
        return of(Occasion.NONE, decision, totals);
    }

    /// @param occasion other than a chunk
    public static Posting of(Occasion occasion, RecordMerge decision, PostingTotals totals) {
        return new Posting(
                null,
                occasion,
                decision.changes(),
                Map.of(),
                decision.entries(),
                totals.standings(),
                totals.cells(),
                totals.deliveries(),
                List.of(),
                List.of(),
                totals.adjustments());
    }

    /// The same with findings of records that came before.
    public Posting telling(List<LateFinding> of) {
        return new Posting(
                chunk,
                occasion,
                versions,
                keys,
                entries,
                standings,
                cells,
                deliveries,
                findings,
                of,
                adjustments);
    }

    /// @param persons see [InterpretedChunk#persons]
    public record Finished(LandedChunk chunk, long[] persons) {}

    /// A teacher's cycle after the entries.
    public record StandingUpdate(
            int teacher,
            int cycle,
            int policy,
            TeacherAccount.AccountCycle sums,
            Standing standing) {}

    /// @param feed its number, or [#ALL_FEEDS]
    /// @param division county
    public record CellKey(int feed, String division, int schoolYear)
            implements Comparable<CellKey> {
        /// Where persons are counted once, however many feeds have records of them.
        public static final int ALL_FEEDS = 0;

        @Override
        public int compareTo(CellKey other) {
            int byFeed = Integer.compare(feed, other.feed);
            if (byFeed != 0) return byFeed;
            int byDivision = division.compareTo(other.division);
            return byDivision != 0 ? byDivision : Integer.compare(schoolYear, other.schoolYear);
        }
    }

    /// How a cell of the reconciliation changes. Mutable while it is summed.
    public static final class Cell {
        public long posted;
        public long postedHours;
        public long postedCredits;
        public long aside;
        public long asideHours;
        public long held;
        public long heldHours;
        public long refused;
        public long refusedHours;
        public long persons;
    }

    /// How the outcomes of a delivery change. Mutable while they are summed.
    public static final class OutcomeCounts {
        public long accepted;
        public long rejected;
        public long duplicate;
        public long waiting;
        public long acceptedHours;
        public long duplicateHours;
        public long waitingHours;
    }
}
