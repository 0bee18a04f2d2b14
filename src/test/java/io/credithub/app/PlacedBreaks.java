package io.credithub.app;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.Classification;
import io.credithub.domain.reconcile.Classification.BothTexts;
import io.credithub.domain.reconcile.ComparedRecord;
import io.credithub.domain.reconcile.MatchCandidate;
import io.credithub.domain.reconcile.Placing.Placed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The codes of the differences that follow from where records are put: `record aspect code`.
final class PlacedBreaks {
    private PlacedBreaks() {}

    /// @param figures the sources' own credits by record id, in hundredths
    /// @param isShared whether a record's title is several programmes'
    static SortedSet<String> of(
            Map<MatchCandidate, Placed> places,
            Map<String, Integer> figures,
            Predicate<MatchCandidate> isShared) {
        TreeSet<String> found = new TreeSet<>();
        places.forEach((record, placed) -> {
            MatchCandidate peer = placed.peer();
            if (placed.state() == VersionState.ASIDE) {
                Classification as =
                        Classification.ofCopies(
                                compared(Objects.requireNonNull(peer), figures),
                                compared(record, figures),
                                placed.rule());
                found.add(record.recordId() + " COPY " + as.code());
            } else if (placed.state() == VersionState.HELD) {
                HoldReason why = Objects.requireNonNull(placed.hold());
                boolean isAmbiguous = why == HoldReason.NOT_REGISTERED && isShared.test(record);
                Classification as =
                        isAmbiguous
                                ? Classification.ofHold(why, new BothTexts(null, null))
                                : Classification.ofHold(why, mayBe(record, places), List.of());
                found.add(record.recordId() + " HOLD " + as.code());
            }
        });
        return found;
    }

    /// With how many that count it may be one.
    private static int mayBe(MatchCandidate held, Map<MatchCandidate, Placed> places) {
        int count = 0;
        for (Map.Entry<MatchCandidate, Placed> other : places.entrySet()) {
            boolean counts = other.getValue().state() == VersionState.IN_FORCE;
            MatchCandidate record = other.getKey();
            boolean near =
                    Math.abs(
                                    record.facts().completedOn().toEpochDay()
                                            - held.facts().completedOn().toEpochDay())
                            <= 15;
            if (counts && near && record.family() == held.family()) count++;
        }
        return count;
    }

    private static ComparedRecord compared(MatchCandidate record, Map<String, Integer> figures) {
        return new ComparedRecord(
                record.facts(),
                record.startedOn(),
                record.credits(),
                figures.get(record.recordId()));
    }
}
