package io.credithub.flow.recompute;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps what other rules would change, and how far applying them has come. Implemented by
/// `hub.store`.
public interface Recomputations {
    /// Notes the question, and the versions that it is about.
    ///
    /// @param by the key that asks
    /// @return its id, and the rules as they would judge
    Uni<StartedRecomputation> begin(RuleSet rules, Rulebook against, String by);

    /// @param rules of the number 0: nobody has decided on them; where they do not change, those
    ///   that were in force when it was asked
    record StartedRecomputation(int id, RecomputationKind kind, Rulebook rules) {}

    /// The same of one that was begun.
    Uni<StartedRecomputation> rules(int id);

    /// First and last numbers of teachers, in stretches of at most so many.
    Uni<List<BatchResult.TeacherRange>> stretches(int most);

    /// What became of a stretch. A second time changes nothing.
    Uni<Void> note(int id, BatchResult stretch);

    /// How many teachers an application has posted for.
    Uni<Void> progress(int id, int done);

    Uni<Void> become(int id, RecomputationState state);

    /// With the counties and unjudged records of a jurisdiction.
    Uni<Optional<Recomputation>> find(int id, Jurisdiction within);

    /// Newest first, without counties. How far each is, is told of a jurisdiction.
    Uni<List<Recomputation>> list(Jurisdiction within, int most);

    /// Teachers' cycles that come out otherwise, ordered by teacher and cycle.
    Uni<List<TeacherChange>> changes(int id, Jurisdiction within, After after, int most);

    /// Where a page begins.
    record After(int teacher, int cycle) {
        public static final After NOBODY = new After(0, 0);
    }

    /// Records that matching puts elsewhere, in order of their keys.
    Uni<List<MovedRecord>> moves(int id, Jurisdiction within, AfterRecord after, int most);

    /// Where a page of records begins.
    record AfterRecord(UUID key, int number) {
        public static final AfterRecord NONE = new AfterRecord(new UUID(0, 0), 0);
    }
}
