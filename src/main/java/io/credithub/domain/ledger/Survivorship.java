package io.credithub.domain.ledger;

import io.credithub.domain.completion.Level;
import java.util.Comparator;
import java.util.List;

/// Chooses by content alone, so that arrival decides nothing.
final class Survivorship {
    private final SourcePrecedence precedence;

    Survivorship(SourcePrecedence precedence) {
        this.precedence = precedence;
    }

    /// The content of a record that counts: see [VersionRule].
    static RecordVersion ofRecord(List<RecordVersion> contents) {
        return first(contents, VersionRule.ALL);
    }

    /// The copy of a training that counts: see [SurvivorshipRule].
    RecordVersion ofTraining(Level level, List<RecordVersion> copies) {
        if (copies.size() == 1) return copies.getFirst();
        return first(copies, SurvivorshipRule.all(precedence, level));
    }

    /// What decided between two copies of a training.
    Cause because(Level level, RecordVersion counts, RecordVersion aside) {
        SurvivorshipRule criterion = SurvivorshipRule.between(precedence, level, counts, aside);
        if (criterion == null) throw new IllegalStateException("the other copy counts");
        return new Cause(counts.copy().key(), counts.number(), criterion);
    }

    private static RecordVersion first(
            List<RecordVersion> versions, Comparator<RecordVersion> order) {
        RecordVersion best = versions.getFirst();
        for (RecordVersion version : versions) if (order.compare(version, best) < 0) best = version;
        return best;
    }
}
