package io.credithub.fakes;

import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.BatchResult.RecordMove;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.MovedRecords;
import io.credithub.flow.recompute.Recomputations.AfterRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Records that matching puts elsewhere, within a jurisdiction.
record StoredMoves(RegistryState state, Jurisdiction within) {
    List<MovedRecords> counted(Collection<RecordMove> moves) {
        Map<MovedRecords, Long> kinds =
                moves.stream()
                        .filter(this::isInSight)
                        .collect(Collectors.groupingBy(StoredMoves::kind, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind ->
                        new MovedRecords(
                                kind.getKey().before(),
                                kind.getKey().after(),
                                kind.getKey().hold(),
                                kind.getValue()))
                .sorted(
                        Comparator.comparing(MovedRecords::before)
                                .thenComparing(MovedRecords::after)
                                .thenComparing(kind -> String.valueOf(kind.hold())))
                .toList();
    }

    private boolean isInSight(RecordMove move) {
        return within.covers(state.teacher(move.teacher()).answering());
    }

    private static MovedRecords kind(RecordMove move) {
        boolean isHeld = move.after().state() == VersionState.HELD;
        return new MovedRecords(
                move.before().state(),
                move.after().state(),
                isHeld ? move.after().hold() : move.before().hold(),
                0);
    }

    List<MovedRecord> after(Collection<RecordMove> moves, AfterRecord after, int most) {
        Place from = new Place(after.key(), after.number());
        return moves.stream()
                .filter(this::isInSight)
                .filter(move -> new Place(move.key(), move.number()).compareTo(from) > 0)
                .sorted(Comparator.comparing(move -> new Place(move.key(), move.number())))
                .limit(most)
                .map(this::named)
                .toList();
    }

    private MovedRecord named(RecordMove move) {
        StoredTeacher teacher = state.teacher(move.teacher());
        StoredContent content =
                Objects.requireNonNull(state.contents.get(new Place(move.key(), move.number())));
        RecordContent.Origin origin = content.copy().origin();
        return new MovedRecord(
                move.key(),
                move.number(),
                origin.feedCode(),
                origin.recordId(),
                teacher.row().teacherNo(),
                teacher.answering(),
                move.before(),
                move.after());
    }
}
