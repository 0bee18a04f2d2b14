package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Hours;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the registry counts, all at one moment: the proof is made of it.
///
/// @param roster teachers on it
/// @param feeds in order of code
/// @param unsettled deliveries that are finished and whose outcomes do not make up what was
///   received
/// @param ledger as the blocks sum it up
/// @param standings sum of what the standings say was earned
/// @param differing the first deliveries that declare what was not received so
/// @param differingInAll how many there are
/// @param recount a fresh count of every record and entry, if it was asked for
/// @param replayed what became of rejected records
/// @param lists the rows that lists and reports read
public record Figures(
        long open,
        long roster,
        List<FeedSums> feeds,
        List<PlaceSums> counties,
        List<PlaceSums> years,
        List<CountyStanding> standingsByCounty,
        long unsettled,
        Credits ledger,
        Credits standings,
        ChainFigures chain,
        List<DeliveryStatus> differing,
        long differingInAll,
        BankFigures bank,
        @Nullable LedgerRecount recount,
        Replayed replayed,
        ListedFigures lists) {

    /// Records that were rejected when they came.
    ///
    /// @param replayed taken by a replay since
    /// @param open counted one by one: still rejected
    /// @param unsettled deliveries whose rejected records are not made up by the two
    public record Replayed(long rejected, long replayed, long open, long unsettled) {}

    /// The chain as far as it is seen without computing hashes anew.
    ///
    /// @param broken blocks whose link to the one before does not fit
    /// @param headFits whether the last block is the one that the head names
    public record ChainFigures(
            long blocks, long entries, String headHash, long broken, boolean headFits) {}

    /// Counted record by record and entry by entry.
    ///
    /// @param feeds by code
    /// @param counties by code, without who is on the roster; those with any record
    /// @param years by school year, likewise
    /// @param awards what awards and reversals in the ledger sum to
    public record LedgerRecount(
            Map<String, States> feeds,
            List<PlaceSums> counties,
            List<PlaceSums> years,
            Credits ledger,
            long entries,
            Credits awards,
            Movements movements,
            Adjusted adjusted,
            SignedStatements signed) {}

    /// Contents that earn what a person decided.
    ///
    /// @param unfounded that no posted adjustment is behind, or another amount; or of which the
    ///   ledger holds something else
    public record Adjusted(long count, long unfounded) {}

    /// Counties' statements that were frozen.
    ///
    /// @param differing parts that are not what their digests say, or their manifests
    public record SignedStatements(long count, long parts, long differing) {}

    /// Movements of the credit bank.
    ///
    /// @param unbalanced whose lines do not sum to zero, or are not one teacher's in one block
    /// @param unexplained lines that no act is behind, or acts that moved nothing
    public record Movements(long count, long unbalanced, long unexplained) {}

    /// Records of a feed by what the registry made of them.
    public record States(
            long inForce,
            long aside,
            long held,
            long refused,
            long superseded,
            long withdrawn,
            long waiting,
            Hours acceptedHours,
            Hours waitingHours,
            Credits credits,
            long persons) {}
}
