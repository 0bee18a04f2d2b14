package io.credithub.domain.ledger;

import io.credithub.domain.completion.Level;
import java.util.Comparator;
import java.util.List;

/// Chooses by content alone, so that arrival decides nothing.
final class Winner {
    private final Precedence precedence;

    Winner(Precedence precedence) {
        this.precedence = precedence;
    }

    /// The content of a record that counts: see [ContentCriterion].
    static Version ofRecord(List<Version> contents) {
        return first(contents, ContentCriterion.ALL);
    }

    /// The copy of a training that counts: see [CopyCriterion].
    Version ofTraining(Level level, List<Version> copies) {
        if (copies.size() == 1) return copies.getFirst();
        return first(copies, CopyCriterion.all(precedence, level));
    }

    /// What decided between two copies of a training.
    Cause because(Level level, Version counts, Version aside) {
        CopyCriterion criterion = CopyCriterion.between(precedence, level, counts, aside);
        if (criterion == null) throw new IllegalStateException("the other copy counts");
        return new Cause(counts.copy().key(), counts.number(), criterion);
    }

    private static Version first(List<Version> versions, Comparator<Version> order) {
        Version best = versions.getFirst();
        for (Version version : versions) if (order.compare(version, best) < 0) best = version;
        return best;
    }
}
