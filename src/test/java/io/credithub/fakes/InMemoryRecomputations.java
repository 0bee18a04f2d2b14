package io.credithub.fakes;

import io.credithub.domain.policy.Policy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.MovedRecord;
import io.credithub.flow.recompute.Recomputation.PolicyChange;
import io.credithub.flow.recompute.Recomputation.PolicyChange.Change;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.recompute.Recomputation.UnjudgedRecords;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What other rules would change, in memory.
public final class InMemoryRecomputations implements Recomputations {
    private final InMemoryLedger ledger;
    private final InMemoryPolicies policies;

    public InMemoryRecomputations(InMemoryLedger ledger, InMemoryPolicies policies) {
        this.ledger = ledger;
        this.policies = policies;
    }

    @Override
    public Uni<StartedRecomputation> begin(RuleSet rules, Rulebook against, String by) {
        return ledger.change(state -> {
            int id = state.recomputations.size() + 1;
            Instant now = ledger.clock().instant();
            Rulebook would =
                    policies.rulebook(rules, new Rulebook.RulebookDecision(0, now, "", by));
            state.recomputations.put(
                    id,
                    StoredRecomputation.asked(
                            new StoredRecomputation.About(
                                    id, now, by, would, against.number(), null),
                            null));
            return new StartedRecomputation(id, Recomputation.RecomputationKind.RULES, would);
        });
    }

    private static StoredRecomputation of(RegistryState state, int id) {
        return Objects.requireNonNull(state.recomputations.get(id));
    }

    @Override
    public Uni<StartedRecomputation> rules(int id) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRecomputation one = of(ledger.committed(), id);
                    return new StartedRecomputation(id, one.kind(), one.rules());
                });
    }

    @Override
    public Uni<List<BatchResult.TeacherRange>> stretches(int most) {
        return Uni.createFrom()
                .item(() -> {
                    List<Integer> teachers = List.copyOf(ledger.committed().teachers.keySet());
                    List<BatchResult.TeacherRange> stretches = new ArrayList<>();
                    for (int from = 0; from < teachers.size(); from += most) {
                        int to = Math.min(teachers.size(), from + most) - 1;
                        stretches.add(
                                new BatchResult.TeacherRange(teachers.get(from), teachers.get(to)));
                    }
                    return stretches;
                });
    }

    private Uni<Void> change(int id, UnaryOperator<StoredRecomputation> how) {
        return ledger.change(state ->
                        state.recomputations.computeIfPresent(id, (_, one) -> how.apply(one)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> note(int id, BatchResult stretch) {
        return change(id, one -> one.with(stretch, ledger.committed().teachers.size()));
    }

    @Override
    public Uni<Void> progress(int id, int done) {
        return change(id, one -> one.done(done));
    }

    @Override
    public Uni<Void> become(int id, Recomputation.RecomputationState state) {
        return change(id, one -> one.become(state, ledger.clock().instant()));
    }

    @Override
    public Uni<Optional<Recomputation>> find(int id, Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    StoredRecomputation one = state.recomputations.get(id);
                    return one == null ? Optional.empty() : Optional.of(told(state, one, within));
                });
    }

    private Recomputation told(RegistryState state, StoredRecomputation one, Jurisdiction within) {
        return new Recomputation(
                one.id(),
                one.kind(),
                one.subject(),
                one.about().askedAt(),
                one.about().askedBy(),
                one.state(),
                one.rules().main().policy().id(),
                one.about().against(),
                one.matchingAgainst(),
                changes(policies.rulesOf(one.about().against()), one.rules()),
                state.teachers.size(),
                one.done(),
                one.finishedAt(),
                one.decided(),
                new CountyChanges(state, within).of(one.changes().values()),
                unjudged(one),
                new StoredMoves(state, within).counted(one.moves().values()));
    }

    private static List<PolicyChange> changes(Rulebook before, Rulebook now) {
        Map<String, Policy> were = new TreeMap<>();
        for (Policies.NumberedPolicy one : before.all()) were.put(one.policy().id(), one.policy());
        Map<String, Change> changes = new TreeMap<>();
        were.keySet().forEach(id -> changes.put(id, Change.REMOVED));
        for (Policies.NumberedPolicy one : now.all()) {
            Policy was = were.get(one.policy().id());
            boolean isSame = was != null && was.terms().equals(one.policy().terms());
            changes.put(
                    one.policy().id(),
                    was == null ? Change.ADDED : isSame ? Change.SAME : Change.CHANGED);
        }
        return changes.entrySet().stream()
                .map(change -> new PolicyChange(change.getKey(), change.getValue()))
                .toList();
    }

    private List<UnjudgedRecords> unjudged(StoredRecomputation one) {
        Map<UnjudgedRecords, Long> kinds = new LinkedHashMap<>();
        one.unjudged()
                .forEach((kind, records) ->
                        kinds.merge(
                                new UnjudgedRecords(
                                        policies.numbered(kind.policy()).id(),
                                        kind.level(),
                                        kind.form(),
                                        kind.category(),
                                        0),
                                (long) records,
                                Long::sum));
        return kinds.entrySet().stream()
                .map(kind -> counted(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static UnjudgedRecords counted(UnjudgedRecords kind, long records) {
        return new UnjudgedRecords(
                kind.policy(), kind.level(), kind.form(), kind.category(), records);
    }

    @Override
    public Uni<List<Recomputation>> list(Jurisdiction within, int most) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    return state.recomputations.descendingMap().values().stream()
                            .limit(most)
                            .map(one -> told(state, one, within))
                            .toList();
                });
    }

    @Override
    public Uni<List<TeacherChange>> changes(int id, Jurisdiction within, After after, int most) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    return new CountyChanges(state, within)
                            .each(of(state, id).changes().values()).stream()
                                    .filter(change -> isAfter(change, after))
                                    .limit(most)
                                    .toList();
                });
    }

    private static boolean isAfter(TeacherChange change, After after) {
        return change.teacher() > after.teacher()
                || (change.teacher() == after.teacher() && change.cycle() > after.cycle());
    }

    @Override
    public Uni<List<MovedRecord>> moves(int id, Jurisdiction within, AfterRecord after, int most) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    return new StoredMoves(state, within)
                            .after(of(state, id).moves().values(), after, most);
                });
    }
}
