package io.credithub.flow.processing;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.processing.JudgedChunk.JudgingContext;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Identified.TeachersByKey;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/// Finds the rules that go with a roster and, if it matters by them, where its teachers are.
@Singleton
public final class RulesLookup {
    private final Policies policies;

    public RulesLookup(Policies policies) {
        this.policies = policies;
    }

    /// People, the rules of the same moment, and their places.
    record RulesContext(Identified identified, Rulebook rules, Residences places) {
        JudgingContext known(TrainingNumbers trainings) {
            return new JudgingContext(trainings, identified, rules, places);
        }
    }

    Uni<RulesContext> locate(Identified identified, TeacherIndex index) {
        return policies.rules(identified.rules())
                .chain(rules ->
                        places(identified.found(), rules, index)
                                .map(places -> new RulesContext(identified, rules, places)));
    }

    private static Uni<Residences> places(TeachersByKey found, Rulebook rules, TeacherIndex index) {
        if (!rules.isByPlace()) return Uni.createFrom().item(Residences.ANYWHERE);
        Set<Integer> teachers = new HashSet<>(found.byNumber().values());
        teachers.addAll(found.byDocument().values());
        teachers.remove(RecordVersion.NOBODY);
        return index.places(teachers);
    }
}
