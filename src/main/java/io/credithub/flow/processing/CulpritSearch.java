package io.credithub.flow.processing;

import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.result.FailureKind;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds the records for which a chunk cannot be posted, by trying its halves, their halves, and so
/// on. Each trial is taken back. What fails without any record, or only together with others, is
/// not a record's fault.
final class CulpritSearch {
    private final InterpretedChunk whole;
    private final Function<InterpretedChunk, Uni<?>> trial;

    /// @param trial posts and takes back; fails if it cannot be posted
    CulpritSearch(InterpretedChunk whole, Function<InterpretedChunk, Uni<?>> trial) {
        this.whole = whole;
        this.trial = trial;
    }

    /// @param failure of the whole
    /// @return the findings about the culprits, by position; fails with that failure if it is not
    ///   the fault of single records
    Uni<Map<Long, FindingAt>> culprits(Throwable failure) {
        return trial.apply(whole.only(List.of()))
                .onFailure(FailureKind::isFatal)
                .transform(_ -> failure)
                .chain(() -> halves(whole.records(), failure))
                .map(culprits -> {
                    if (isEverybody(culprits, failure)) throw new Everybody(failure);
                    return culprits;
                })
                .onFailure(Everybody.class)
                .transform(Throwable::getCause);
    }

    /// Where no record at all is posted, it is the hub that is broken and not the records.
    private boolean isEverybody(Map<Long, FindingAt> culprits, Throwable failure) {
        if (culprits.isEmpty()) return true;
        boolean areAll = culprits.size() == whole.records().size();
        return areAll && culprits.size() > 1 && FailureKind.of(failure) == FailureKind.BUG;
    }

    private Uni<Map<Long, FindingAt>> among(List<InterpretedRecord> suspects) {
        return trial.apply(whole.only(suspects))
                .map(_ -> Map.<Long, FindingAt>of())
                .onFailure(FailureKind::isFatal)
                .recoverWithUni(failure -> halves(suspects, failure));
    }

    /// @param failure of these suspects together
    private Uni<Map<Long, FindingAt>> halves(List<InterpretedRecord> suspects, Throwable failure) {
        if (suspects.isEmpty()) return Uni.createFrom().item(Map.of());
        if (suspects.size() == 1) return Uni.createFrom().item(alone(suspects.getFirst(), failure));
        int middle = suspects.size() / 2;
        return among(suspects.subList(0, middle))
                .chain(first ->
                        among(suspects.subList(middle, suspects.size()))
                                .map(second -> both(first, second)));
    }

    private Map<Long, FindingAt> alone(InterpretedRecord record, Throwable failure) {
        FindingAt finding =
                new FindingAt(
                        record.position(),
                        record.completion().recordId(),
                        RecordFailures.finding(whole.chunk().ref(), record.position(), failure));
        return Map.of(record.position(), finding);
    }

    private static Map<Long, FindingAt> both(
            Map<Long, FindingAt> first, Map<Long, FindingAt> second) {
        if (first.isEmpty()) return second;
        Map<Long, FindingAt> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }

    private static final class Everybody extends RuntimeException {
        private static final long serialVersionUID = 1;

        Everybody(Throwable failure) {
            super(null, failure, false, false);
        }
    }
}
