package io.credithub.fakes;

import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.rules.Rulebook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What other rules would change.
///
/// @param rules of the number 0: nobody has decided on them
record StoredRecomputation(
        int id,
        Instant askedAt,
        String askedBy,
        Recomputation.RecomputationState state,
        Rulebook rules,
        int against,
        int done,
        @Nullable Instant finishedAt,
        Rulebook.@Nullable RulebookDecision decided,
        Map<StoredSums.Key, TeacherChange> changes,
        Map<BatchResult.UnjudgedKind, Integer> unjudged) {
    StoredRecomputation become(Recomputation.RecomputationState next, @Nullable Instant at) {
        return new StoredRecomputation(
                id, askedAt, askedBy, next, rules, against, done, at, decided, changes, unjudged);
    }

    StoredRecomputation done(int teachers) {
        return new StoredRecomputation(
                id,
                askedAt,
                askedBy,
                state,
                rules,
                against,
                teachers,
                finishedAt,
                decided,
                changes,
                unjudged);
    }

    StoredRecomputation decided(Rulebook.RulebookDecision by) {
        return new StoredRecomputation(
                id,
                askedAt,
                askedBy,
                Recomputation.RecomputationState.APPLYING,
                rules,
                against,
                0,
                null,
                by,
                changes,
                unjudged);
    }

    /// A second time changes nothing.
    StoredRecomputation with(BatchResult stretch, int teachers) {
        Map<StoredSums.Key, TeacherChange> more = new LinkedHashMap<>(changes);
        for (TeacherChange change : stretch.changes()) {
            more.putIfAbsent(new StoredSums.Key(change.teacher(), change.cycle()), change);
        }
        Map<BatchResult.UnjudgedKind, Integer> kinds = new LinkedHashMap<>(unjudged);
        stretch.unjudged().forEach(kinds::putIfAbsent);
        return new StoredRecomputation(
                id,
                askedAt,
                askedBy,
                state,
                rules,
                against,
                Math.min(teachers, done + stretch.teachers()),
                finishedAt,
                decided,
                more,
                kinds);
    }
}
