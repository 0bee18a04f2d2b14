package io.credithub.fakes;

import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.MatchingStore.MatchingQuestion;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.rules.Rulebook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What other rules would change, another register, or other terms of matching.
///
/// @param about its rules are of the number 0: nobody has decided on them
/// @param register absent: it is about something else
record StoredRecomputation(
        About about,
        Recomputation.RecomputationState state,
        int done,
        @Nullable Instant finishedAt,
        Rulebook.@Nullable RulebookDecision decided,
        @Nullable StoredRegisterChange register,
        Map<StoredSums.Key, TeacherChange> changes,
        Map<BatchResult.UnjudgedKind, Integer> unjudged,
        Map<Place, BatchResult.RecordMove> moves) {
    /// The question.
    ///
    /// @param matching terms that somebody means to match by; absent: it is about something else
    record About(
            int id,
            Instant askedAt,
            String askedBy,
            Rulebook rules,
            int against,
            @Nullable MatchingQuestion matching) {}

    static StoredRecomputation asked(About about, @Nullable StoredRegisterChange register) {
        return new StoredRecomputation(
                about,
                Recomputation.RecomputationState.TELLING,
                0,
                null,
                null,
                register,
                Map.of(),
                Map.of(),
                Map.of());
    }

    int id() {
        return about.id();
    }

    Rulebook rules() {
        return about.rules();
    }

    @Nullable String subject() {
        if (about.matching() != null) return about.matching().subject();
        return register == null ? null : register.question().subject();
    }

    @Nullable Long matchingAgainst() {
        if (about.matching() != null) return about.matching().against();
        return register == null ? null : register.question().against();
    }

    Recomputation.RecomputationKind kind() {
        if (about.matching() != null) return Recomputation.RecomputationKind.MATCHING;
        return register == null
                ? Recomputation.RecomputationKind.RULES
                : Recomputation.RecomputationKind.REGISTER;
    }

    StoredRecomputation become(Recomputation.RecomputationState next, @Nullable Instant at) {
        return new StoredRecomputation(
                about, next, done, at, decided, register, changes, unjudged, moves);
    }

    StoredRecomputation done(int teachers) {
        return new StoredRecomputation(
                about, state, teachers, finishedAt, decided, register, changes, unjudged, moves);
    }

    StoredRecomputation decided(Rulebook.RulebookDecision by) {
        return new StoredRecomputation(
                about,
                Recomputation.RecomputationState.APPLYING,
                0,
                null,
                by,
                register,
                changes,
                unjudged,
                moves);
    }

    StoredRecomputation about(StoredRegisterChange other) {
        return new StoredRecomputation(
                about, state, done, finishedAt, decided, other, changes, unjudged, moves);
    }

    /// A second time changes nothing.
    StoredRecomputation with(BatchResult stretch, int teachers) {
        Map<StoredSums.Key, TeacherChange> more = new LinkedHashMap<>(changes);
        for (TeacherChange change : stretch.changes()) {
            more.putIfAbsent(new StoredSums.Key(change.teacher(), change.cycle()), change);
        }
        Map<BatchResult.UnjudgedKind, Integer> kinds = new LinkedHashMap<>(unjudged);
        stretch.unjudged().forEach(kinds::putIfAbsent);
        Map<Place, BatchResult.RecordMove> moved = new LinkedHashMap<>(moves);
        for (BatchResult.RecordMove move : stretch.moves()) {
            moved.putIfAbsent(new Place(move.key(), move.number()), move);
        }
        return new StoredRecomputation(
                about,
                state,
                Math.min(teachers, done + stretch.teachers()),
                finishedAt,
                decided,
                register,
                more,
                kinds,
                moved);
    }
}
