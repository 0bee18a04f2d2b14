package io.credithub.fakes;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.reconcile.InstantKey;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.LedgerTransaction.Brief;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The registry during one transaction, as a copy of it. Everything is done when it is subscribed
/// to, and nothing any more once the work has ended.
final class InMemoryTransaction implements LedgerTransaction {
    private final RegistryState state;
    private final InMemoryLedger ledger;
    private final Kind kind;
    private boolean isEnded;

    enum Kind {
        WRITING,
        DRY_RUN,
        SNAPSHOT
    }

    InMemoryTransaction(RegistryState state, InMemoryLedger ledger, Kind kind) {
        this.state = state;
        this.ledger = ledger;
        this.kind = kind;
    }

    /// @throws IllegalArgumentException if it is another store's
    static InMemoryTransaction of(LedgerTransaction ledger) {
        if (ledger instanceof InMemoryTransaction ours) return ours;
        throw new IllegalArgumentException("no transaction in memory: " + ledger);
    }

    void end() {
        isEnded = true;
    }

    /// Whether all of it will be taken back.
    boolean isDryRun() {
        return kind != Kind.WRITING;
    }

    RegistryState state() {
        if (isEnded) throw new IllegalStateException("the transaction has ended");
        return state;
    }

    /// What `hub.store` would write.
    RegistryState change() {
        if (kind == Kind.SNAPSHOT) throw new IllegalStateException("a snapshot is not written to");
        return state();
    }

    /// The roster is another from now on.
    RegistryState changeRoster() {
        RegistryState changed = change();
        changed.roster++;
        return changed;
    }

    private <T> Uni<T> ask(Supplier<T> question) {
        return Uni.createFrom().item(question);
    }

    private TeacherSearch search() {
        return new TeacherSearch(state(), ledger.ids());
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return ask(() -> search().identify(keys));
    }

    @Override
    public Uni<Residences> places(Collection<Integer> teachers) {
        return ask(() -> search().places(teachers));
    }

    @Override
    public boolean isStill(Identified identified) {
        return identified.roster() == state.roster
                && identified.rules() == state.rules()
                && identified.matching() == state.matching;
    }

    @Override
    public int rules() {
        return state.rules();
    }

    @Override
    public long matching() {
        return state.matching;
    }

    @Override
    public Uni<Map<UUID, List<Brief>>> briefs(Collection<UUID> records) {
        return ask(() -> {
            Map<UUID, List<Brief>> briefs = new HashMap<>();
            for (StoredContent content : all(records)) {
                briefs.computeIfAbsent(content.copy().key(), _ -> new ArrayList<>())
                        .add(new Brief(content.copy().content(), content.order()));
            }
            return briefs;
        });
    }

    private List<StoredContent> all(Collection<UUID> records) {
        Set<UUID> keys = Set.copyOf(records);
        return state().contents.values().stream()
                .filter(content -> keys.contains(content.copy().key()))
                .toList();
    }

    @Override
    public Uni<List<RecordVersion>> contents(Collection<UUID> records) {
        return ask(() -> fresh(all(records).stream()));
    }

    /// Each a version of its own, which whoever asked may change.
    private static List<RecordVersion> fresh(Stream<StoredContent> contents) {
        return contents.map(StoredContent::fresh).collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public Uni<List<RecordVersion>> contentsOf(Collection<Integer> teachers) {
        return ask(() -> {
            Set<UUID> theirs = new HashSet<>();
            for (StoredContent content : state().contents.values()) {
                boolean counts = content.state().isMatched();
                if (counts && teachers.contains(content.teacher())) {
                    theirs.add(content.copy().key());
                }
            }
            return fresh(all(theirs).stream());
        });
    }

    @Override
    public Uni<KnownCopies> copies(Collection<FamilyKey> families, Collection<UUID> records) {
        return ask(() -> {
            List<RecordVersion> copies =
                    fresh(
                            state().contents.values().stream()
                                    .filter(content -> {
                                        FamilyKey family = content.family();
                                        return family != null && families.contains(family);
                                    }));
            Set<UUID> keys = new HashSet<>(records);
            for (RecordVersion copy : copies) keys.add(copy.copy().key());
            Map<PairDecisions.Pair, PairDecisions.PairVerdict> decided =
                    new HashMap<>(state().pairs);
            decided.keySet()
                    .removeIf(
                            pair -> !keys.contains(pair.first()) || !keys.contains(pair.second()));
            return new KnownCopies(copies, new PairDecisions(decided));
        });
    }

    @Override
    public Uni<Set<UUID>> crowded(Collection<RecordVersion> contents, int least) {
        return ask(() -> {
            Set<UUID> crowded = new HashSet<>();
            for (RecordVersion content : contents) {
                InstantKey key = InstantKey.of(content);
                if (key != null && InMemoryTouchedInstants.teachers(state(), key) >= least) {
                    crowded.add(content.copy().key());
                }
            }
            return crowded;
        });
    }

    @Override
    public Uni<List<TeacherAccount>> accounts(Collection<Integer> teachers) {
        return ask(() -> {
            List<TeacherAccount> accounts = new ArrayList<>();
            for (int id : Set.copyOf(teachers)) {
                StoredTeacher teacher = state().teachers.get(id);
                if (teacher != null) accounts.add(account(teacher));
            }
            return accounts;
        });
    }

    private TeacherAccount account(StoredTeacher teacher) {
        int id = teacher.id();
        TeacherAccount account =
                new TeacherAccount(
                        id,
                        teacher.answering(),
                        teacher.places(),
                        NormalForm.person(teacher.row().name()),
                        state.bank.facts(teacher.facts(), id, null));
        state.sums.forEach((key, sums) -> {
            if (key.teacher() == id) account.cycles().put(key.cycle(), sums.fresh(key.cycle()));
        });
        return account;
    }

    @Override
    public Uni<Void> write(Posting posting) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> new PostingLog(change(), ledger.clock().instant()).write(posting));
    }
}
