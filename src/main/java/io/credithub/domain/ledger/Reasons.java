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
record Reasons(Winner winner, Map<UUID, List<Version>> records, Map<Group, Version> counting) {
    Entry award(Version version, Worth worth) {
        return new Entry(Entry.Kind.AWARD, version, worth, ofAward(version), null);
    }

    private static EntryReason ofAward(Version version) {
        if (version.isNew()) return EntryReason.AWARDED;
        if (version.isMoved()) return EntryReason.REASSIGNED;
        if (version.isIdentified()) return EntryReason.ENROLLED;
        return Objects.requireNonNullElse(version.repricedFor(), EntryReason.REINSTATED);
    }

    Entry reversal(Version version, Worth before) {
        Cause cause = cause(version);
        return new Entry(Entry.Kind.REVERSAL, version, before, ofReversal(version, cause), cause);
    }

    private EntryReason ofReversal(Version version, @Nullable Cause cause) {
        if (cause == null) {
            return version.isMoved()
                    ? EntryReason.REASSIGNED
                    : Objects.requireNonNull(version.repricedFor());
        }
        if (version.now() == State.ASIDE) return EntryReason.SET_ASIDE;
        Version counts = counts(version);
        if (counts.copy().worth() == null) return EntryReason.WITHDRAWN;
        boolean isConflict = cause.criterion() instanceof ContentCriterion by && by.isOfConflict();
        if (!isConflict) return EntryReason.CORRECTED;
        // Other rules may turn round which of the two earns less.
        EntryReason anew =
                version.repricedFor() == null ? counts.repricedFor() : version.repricedFor();
        boolean isNews = counts.isNews() || anew == EntryReason.ENROLLED;
        return isNews || anew == null ? EntryReason.CONFLICTING : anew;
    }

    /// What counts instead; null if the content itself still does, for another award.
    private @Nullable Cause cause(Version version) {
        return switch (version.now()) {
            case IN_FORCE -> null;
            case SUPERSEDED, WITHDRAWN, WAITING -> ofContent(version);
            case ASIDE -> ofCopy(version);
        };
    }

    private Cause ofContent(Version version) {
        Version counts = counts(version);
        ContentCriterion criterion = ContentCriterion.between(counts, version);
        return new Cause(counts.copy().key(), counts.number(), Objects.requireNonNull(criterion));
    }

    private Version counts(Version version) {
        return Winner.ofRecord(Objects.requireNonNull(records.get(version.copy().key())));
    }

    private Cause ofCopy(Version version) {
        Group group = Objects.requireNonNull(version.group());
        return winner.because(group.level(), Objects.requireNonNull(counting.get(group)), version);
    }
}
