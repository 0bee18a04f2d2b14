package io.credithub.fakes;

import io.credithub.contract.Stores;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RegisterQuestion;
import io.credithub.flow.recompute.RegisterRecomputations;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What another register would change, in memory.
public final class InMemoryRegisterRecomputations implements RegisterRecomputations {
    /// What no account hangs on.
    private static final Set<VersionState> REST =
            EnumSet.of(VersionState.SUPERSEDED, VersionState.WITHDRAWN, VersionState.WAITING);

    private final InMemoryLedger ledger;
    private final InMemoryProgrammes programmes;

    public InMemoryRegisterRecomputations(InMemoryLedger ledger, InMemoryProgrammes programmes) {
        this.ledger = ledger;
        this.programmes = programmes;
    }

    @Override
    public Uni<Integer> ask(RegisterQuestion question, String by) {
        return ledger.change(state -> note(state, question, by));
    }

    private int note(RegistryState state, RegisterQuestion question, String by) {
        int id = state.recomputations.size() + 1;
        StoredRecomputation.About about =
                new StoredRecomputation.About(
                        id,
                        ledger.clock().instant(),
                        by,
                        state.rulebooks.getLast(),
                        state.rules(),
                        null);
        StoredRegisterChange change = new StoredRegisterChange(question, List.of());
        state.recomputations.put(id, StoredRecomputation.asked(about, change));
        return id;
    }

    @Override
    public Uni<Integer> decided(
            LedgerTransaction transaction,
            RegisterQuestion question,
            Deciding deciding,
            long version) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    int id = note(state, question, deciding.by());
                    decide(state, id, version);
                    return id;
                });
    }

    private static void decide(RegistryState state, int id, long version) {
        StoredRegister.StoredDecision decision = state.register.decisions.getLast();
        Rulebook.RulebookDecision by =
                new Rulebook.RulebookDecision(
                        Math.toIntExact(version), decision.at(), decision.reason(), decision.by());
        state.recomputations.computeIfPresent(id, (_, one) -> one.decided(by));
    }

    @Override
    public Uni<Void> decide(
            LedgerTransaction transaction, int id, RegisterQuestion question, long version) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    StoredRecomputation one = one(state, id);
                    Set<Integer> all = new TreeSet<>(about(one).question().programmes());
                    all.addAll(question.programmes());
                    RegisterQuestion whole =
                            new RegisterQuestion(question.against(), question.subject(), all);
                    state.recomputations.put(
                            id, one.about(new StoredRegisterChange(whole, about(one).proposed())));
                    decide(state, id, version);
                });
    }

    private static StoredRecomputation one(RegistryState state, int id) {
        return Objects.requireNonNull(state.recomputations.get(id));
    }

    private static StoredRegisterChange about(StoredRecomputation one) {
        return Objects.requireNonNull(one.register());
    }

    @Override
    public Uni<Map<Integer, ProgrammeTitle>> titles(int id) {
        return Uni.createFrom()
                .item(() -> {
                    Map<Integer, ProgrammeTitle> titles = new HashMap<>();
                    for (int one : about(one(ledger.committed(), id)).question().programmes()) {
                        titles.put(one, programmes.title(one));
                    }
                    return titles;
                });
    }

    @Override
    public Uni<List<BatchResult.TeacherRange>> stretches(int id, int most) {
        return Uni.createFrom()
                .item(() -> {
                    List<Integer> them = new ArrayList<>(concerned(ledger.committed(), id));
                    List<BatchResult.TeacherRange> stretches = new ArrayList<>();
                    for (int from = 0; from < them.size(); from += most) {
                        int to = Math.min(them.size(), from + most) - 1;
                        stretches.add(new BatchResult.TeacherRange(them.get(from), them.get(to)));
                    }
                    return stretches;
                });
    }

    private static Set<Integer> concerned(RegistryState state, int id) {
        Set<Integer> programmes = about(one(state, id)).question().programmes();
        Set<Integer> them = new TreeSet<>();
        for (StoredContent content : state.contents.values()) {
            Valuation worth = content.copy().worth();
            boolean isAbout = worth != null && programmes.contains(worth.training().programme());
            if (isAbout && content.teacher() != RecordVersion.NOBODY) them.add(content.teacher());
        }
        return them;
    }

    @Override
    public Uni<List<Integer>> teachers(
            LedgerTransaction transaction, int id, BatchResult.TeacherRange stretch) {
        return Uni.createFrom()
                .item(() ->
                        concerned(InMemoryTransaction.of(transaction).state(), id).stream()
                                .filter(one -> one >= stretch.first() && one <= stretch.last())
                                .toList());
    }

    @Override
    public Uni<Void> retitleRest(LedgerTransaction transaction, Map<Integer, Integer> families) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    for (Place place : List.copyOf(state.contents.keySet())) {
                        StoredContent content = Objects.requireNonNull(state.contents.get(place));
                        Valuation worth = content.copy().worth();
                        if (worth == null || !REST.contains(content.state())) continue;
                        Integer family = families.get(worth.training().programme());
                        if (family == null) continue;
                        RecordVersion version = content.fresh();
                        new RecordMerge(Stores.MATCHER, List.of(version)).retitle(version, family);
                        state.set(place, StoredContent.of(version));
                    }
                });
    }
}
