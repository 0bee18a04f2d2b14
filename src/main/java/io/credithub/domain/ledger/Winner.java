package io.credithub.domain.ledger;

import io.credithub.domain.completion.Level;
import java.util.Comparator;
import java.util.List;

/// Chooses by content alone, so that arrival decides nothing.
final class Winner {
    /// Newer first; under one version, the content that earns less, then the smaller digest.
    private static final Comparator<Version> COUNTS_FIRST =
            Comparator.comparing(Version::order)
                    .reversed()
                    .thenComparingInt(version -> version.copy().credits())
                    .thenComparing(version -> version.copy().content(), UnsignedOrder::compare);

    private final Precedence precedence;

    Winner(Precedence precedence) {
        this.precedence = precedence;
    }

    /// The content of a record that counts.
    static Version ofRecord(List<Version> contents) {
        return first(contents, COUNTS_FIRST);
    }

    /// Two different contents, one version: somebody has to say which is right.
    static boolean isConflict(Version one, Version other) {
        return one != other && one.order().equals(other.order());
    }

    /// The copy of a training that counts: source precedence for the level, then the stronger
    /// evidence, then the feed's code, then the record's id. The regulation leaves this open.
    Version ofTraining(Level level, List<Version> copies) {
        if (copies.size() == 1) return copies.getFirst();
        return first(
                copies,
                Comparator.<Version>comparingInt(
                                copy -> precedence.of(copy.copy().origin().feedCode(), level))
                        .thenComparing(Winner::evidence, Comparator.reverseOrder())
                        .thenComparing(copy -> copy.copy().origin().feedCode())
                        .thenComparing(copy -> copy.copy().origin().recordId()));
    }

    private static int evidence(Version version) {
        Worth worth = version.copy().worth();
        return worth == null ? 0 : worth.evidence();
    }

    private static Version first(List<Version> versions, Comparator<Version> order) {
        Version best = versions.getFirst();
        for (Version version : versions) if (order.compare(version, best) < 0) best = version;
        return best;
    }
}
