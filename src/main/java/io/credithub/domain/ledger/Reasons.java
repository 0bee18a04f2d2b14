package io.credithub.domain.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why each line of a decision is there, told from what the decision did and nothing else.
///
/// @param winner by which copies were chosen
/// @param records every content of the records concerned
/// @param counting the copy of each training that counts
record Reasons(
        Survivorship winner,
        Map<UUID, List<RecordVersion>> records,
        Map<TrainingKey, RecordVersion> counting) {
    LedgerEntry award(RecordVersion version, Valuation worth) {
        return new LedgerEntry(LedgerEntry.EntryKind.AWARD, version, worth, ofAward(version), null);
    }

    private static EntryReason ofAward(RecordVersion version) {
        if (version.isNew()) return EntryReason.AWARDED;
        if (version.isMoved()) return EntryReason.REASSIGNED;
        if (version.isIdentified()) return EntryReason.ENROLLED;
        return Objects.requireNonNullElse(version.repricedFor(), EntryReason.REINSTATED);
    }

    LedgerEntry reversal(RecordVersion version, Valuation before) {
        Cause cause = cause(version);
        return new LedgerEntry(
                LedgerEntry.EntryKind.REVERSAL, version, before, ofReversal(version, cause), cause);
    }

    private EntryReason ofReversal(RecordVersion version, @Nullable Cause cause) {
        if (cause == null) {
            return version.isMoved()
                    ? EntryReason.REASSIGNED
                    : Objects.requireNonNull(version.repricedFor());
        }
        if (version.now() == VersionState.ASIDE) return EntryReason.SET_ASIDE;
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

    /// What counts instead; null if the content itself still does, for another award.
    private @Nullable Cause cause(RecordVersion version) {
        return switch (version.now()) {
            case IN_FORCE -> null;
            case SUPERSEDED, WITHDRAWN, WAITING -> ofContent(version);
            case ASIDE -> ofCopy(version);
        };
    }

    private Cause ofContent(RecordVersion version) {
        RecordVersion counts = counts(version);
        VersionRule criterion = VersionRule.between(counts, version);
        return new Cause(counts.copy().key(), counts.number(), Objects.requireNonNull(criterion));
    }

    private RecordVersion counts(RecordVersion version) {
        return Survivorship.ofRecord(Objects.requireNonNull(records.get(version.copy().key())));
    }

    private Cause ofCopy(RecordVersion version) {
        TrainingKey group = Objects.requireNonNull(version.group());
        return winner.because(group.level(), Objects.requireNonNull(counting.get(group)), version);
    }
}
