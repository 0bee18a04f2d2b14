package io.credithub.domain.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why each line of a decision is there, told from what the decision did and nothing else.
///
/// @param matcher by which copies were chosen
/// @param records every content of the records concerned
/// @param placed what matching has placed in this decision, by record
/// @param decisions of people about pairs of them
record Reasons(
        CopyMatcher matcher,
        Map<UUID, List<RecordVersion>> records,
        Map<UUID, RecordVersion> placed,
        PairDecisions decisions) {
    LedgerEntry award(RecordVersion version, Valuation worth) {
        return new LedgerEntry(LedgerEntry.EntryKind.AWARD, version, worth, ofAward(version), null);
    }

    private EntryReason ofAward(RecordVersion version) {
        if (version.isNew()) return EntryReason.AWARDED;
        if (version.isMoved()) return EntryReason.REASSIGNED;
        if (version.isIdentified()) return EntryReason.ENROLLED;
        if (version.repricedFor() != null) return version.repricedFor();
        if (isReleased(version)) return EntryReason.RELEASED;
        return isJudgedOtherwise(version) ? EntryReason.JUDGED_ANEW : EntryReason.REINSTATED;
    }

    private boolean isReleased(RecordVersion version) {
        UUID peer = version.matchedWas().peer();
        if (peer != null) {
            return decisions.of(version.copy().key(), peer) == PairDecisions.PairVerdict.DIFFERENT;
        }
        return isDeprived(version) && version.ruling() == Ruling.RELEASED;
    }

    private static boolean isDeprived(RecordVersion version) {
        return version.was() == VersionState.HELD || version.was() == VersionState.REFUSED;
    }

    /// Whether neither a registrar nor another record's change has brought it back.
    private boolean isJudgedOtherwise(RecordVersion version) {
        UUID peer = version.matchedWas().peer();
        if (peer == null) return isDeprived(version);
        RecordVersion still = placed.get(peer);
        MatchRule rule = version.matchedWas().rule();
        boolean isOfTwo = rule != null && rule.kind() != MatchRule.MatchKind.IMPOSSIBLE;
        return isOfTwo
                && still != null
                && still.was() == VersionState.IN_FORCE
                && still.now() == VersionState.IN_FORCE;
    }

    LedgerEntry reversal(RecordVersion version, Valuation before) {
        Cause cause = cause(version);
        return new LedgerEntry(
                LedgerEntry.EntryKind.REVERSAL, version, before, ofReversal(version, cause), cause);
    }

    private EntryReason ofReversal(RecordVersion version, @Nullable Cause cause) {
        return switch (version.now()) {
            case HELD -> EntryReason.HELD;
            case REFUSED -> EntryReason.REFUSED;
            case ASIDE -> EntryReason.SET_ASIDE;
            case IN_FORCE ->
                    version.isMoved()
                            ? EntryReason.REASSIGNED
                            : Objects.requireNonNull(version.repricedFor());
            case SUPERSEDED, WITHDRAWN, WAITING ->
                    ofContent(version, Objects.requireNonNull(cause));
        };
    }

    private EntryReason ofContent(RecordVersion version, Cause cause) {
        RecordVersion counts = counts(version);
        if (counts.copy().worth() == null) return EntryReason.WITHDRAWN;
        boolean isConflict = cause.criterion() instanceof VersionRule by && by.isOfConflict();
        if (!isConflict) return EntryReason.CORRECTED;
        // Other rules may turn round which of the two earns less.
        EntryReason anew =
                version.repricedFor() == null ? counts.repricedFor() : version.repricedFor();
        boolean isNews = counts.isNews() || anew == EntryReason.ENROLLED;
        return isNews || anew == null ? EntryReason.CONFLICTING : anew;
    }

    /// What counts instead, or is the reason to hold it; null if there is no such content.
    private @Nullable Cause cause(RecordVersion version) {
        return switch (version.now()) {
            case IN_FORCE, REFUSED -> null;
            case SUPERSEDED, WITHDRAWN, WAITING -> ofContent(version);
            case ASIDE, HELD -> ofPeer(version);
        };
    }

    private Cause ofContent(RecordVersion version) {
        RecordVersion counts = counts(version);
        VersionRule criterion = VersionRule.between(counts, version);
        return new Cause(counts.copy().key(), counts.number(), Objects.requireNonNull(criterion));
    }

    private RecordVersion counts(RecordVersion version) {
        return VersionRule.counting(Objects.requireNonNull(records.get(version.copy().key())));
    }

    /// Of a copy that is set aside, by what the other one counts; of one that is held, by what the
    /// two belong together.
    private @Nullable Cause ofPeer(RecordVersion version) {
        UUID key = version.matched().peer();
        MatchRule rule = version.matched().rule();
        RecordVersion peer = key == null ? null : placed.get(key);
        if (peer == null || rule == null) return null;
        Criterion rank =
                version.now() == VersionState.ASIDE
                        ? SurvivorshipRule.between(matcher, peer, version)
                        : null;
        return new Cause(peer.copy().key(), peer.number(), rank == null ? rule : rank);
    }
}
