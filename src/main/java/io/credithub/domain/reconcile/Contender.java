package io.credithub.domain.reconcile;

import io.credithub.domain.programme.CoreName;
import io.credithub.domain.programme.RegisteredProgramme;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A record while it is being placed. Used by one thread, for one decision.
final class Contender {
    /// What counts comes first. A total order: a record's id is unique within its feed.
    static final Comparator<Contender> RANK =
            Comparator.comparingInt((Contender one) -> one.precedence)
                    .thenComparing(one -> one.record.evidence(), Comparator.reverseOrder())
                    .thenComparing(one -> one.record.feed())
                    .thenComparing(one -> one.record.recordId());

    final MatchCandidate record;
    final @Nullable RegisteredProgramme entry;
    private final int precedence;
    private @Nullable CoreName coreName;

    /// @param entry what its title means in the register
    /// @param precedence of its feed for its level; smaller comes first
    Contender(MatchCandidate record, @Nullable RegisteredProgramme entry, int precedence) {
        this.record = record;
        this.entry = entry;
        this.precedence = precedence;
    }

    int precedence() {
        return precedence;
    }

    boolean isOfAnotherFeed(Contender other) {
        return !record.feed().equals(other.record.feed());
    }

    CoreName coreName() {
        if (coreName == null) coreName = CoreName.of(record.title());
        return coreName;
    }

    /// The body that ran it: as the register has it, else as the source states it.
    @Nullable String organiser() {
        return entry != null && entry.organiser() != null
                ? entry.organiser()
                : record.title().organiser();
    }
}
