package io.credithub.flow.recompute;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.domain.programme.RegisterScope;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.programme.KnownTitles;
import io.credithub.flow.programme.KnownTitles.NumberedTitle;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.programme.SupposedMatching;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What another register of programmes means for records: which titles it concerns, what they would
/// be matched by, and into which families they go.
@Singleton
public final class RecomputeRegister {
    private final RegisterStore store;
    private final RegisterRecomputations kept;
    private final KnownTitles titles;
    private final Programmes programmes;
    private final SupposedMatching matching;

    public RecomputeRegister(
            RegisterStore store,
            RegisterRecomputations kept,
            KnownTitles titles,
            Programmes programmes,
            SupposedMatching matching) {
        this.store = store;
        this.kept = kept;
        this.titles = titles;
        this.programmes = programmes;
        this.matching = matching;
    }

    /// What a change of the register came to.
    ///
    /// @param version number of what records are matched by from then on
    /// @param recomputation id of what is to be applied; null: no record is concerned
    public record KeptRegister(long version, @Nullable Integer recomputation) {}

    /// Notes what would change, if any record is concerned.
    ///
    /// @param entries as they are in force
    /// @return its id; null: no record is concerned
    public Uni<@Nullable Integer> ask(
            LedgerTransaction ledger,
            ProgrammeEntries entries,
            List<EntryChange> changes,
            String by) {
        return question(ledger.matching(), entries, changes)
                .chain(question -> {
                    if (question.programmes().isEmpty()) return Uni.createFrom().nullItem();
                    return kept.ask(question, by).call(id -> store.propose(id, changes));
                });
    }

    /// Puts another register in force. What follows from it is applied afterwards.
    ///
    /// @param entries as they are in force
    public Uni<KeptRegister> keep(
            LedgerTransaction ledger,
            ProgrammeEntries entries,
            List<EntryChange> changes,
            Deciding deciding) {
        return question(ledger.matching(), entries, changes)
                .chain(question ->
                        store.keep(ledger, deciding, changes)
                                .chain(version ->
                                        question.programmes().isEmpty()
                                                ? Uni.createFrom()
                                                        .item(new KeptRegister(version, null))
                                                : kept.decided(ledger, question, deciding, version)
                                                        .map(id -> new KeptRegister(version, id))));
    }

    /// Puts the register in force that a recomputation is about.
    Uni<Void> decide(LedgerTransaction ledger, int id, Deciding deciding) {
        return Uni.combine()
                .all()
                .unis(store.entries(ledger), store.proposed(id))
                .asTuple()
                .chain(known -> {
                    List<EntryChange> changes = known.getItem2();
                    return question(ledger.matching(), known.getItem1(), changes)
                            .chain(question ->
                                    store.keep(ledger, deciding, changes)
                                            .chain(version ->
                                                    kept.decide(ledger, id, question, version)));
                });
    }

    private Uni<RegisterQuestion> question(
            long against, ProgrammeEntries entries, List<EntryChange> changes) {
        return titles.all()
                .map(all ->
                        new RegisterQuestion(
                                against, subject(changes), concerned(all, entries, changes)));
    }

    private static Set<Integer> concerned(
            List<NumberedTitle> all, ProgrammeEntries entries, List<EntryChange> changes) {
        if (all.isEmpty()) return Set.of();
        List<RegisterEntry> changed = changes.stream().map(EntryChange::entry).toList();
        RegisterScope scope =
                RegisterScope.of(
                        IndexedRegister.of(entries),
                        IndexedRegister.of(entries.with(changed)),
                        changed.stream().map(RegisterEntry::code).toList());
        Set<Integer> concerned = new HashSet<>();
        for (NumberedTitle one : all) if (scope.covers(one.title())) concerned.add(one.number());
        return concerned;
    }

    /// One act as it is; of many how many of each there are.
    private static String subject(List<EntryChange> changes) {
        String subject;
        if (changes.size() == 1) {
            EntryChange one = changes.getFirst();
            subject = one.act() + " " + one.entry().code() + " " + one.detail();
        } else {
            Map<EntryChange.EntryAct, Long> acts =
                    changes.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            EntryChange::act, TreeMap::new, Collectors.counting()));
            subject =
                    acts.entrySet().stream()
                            .map(act -> act.getKey() + " " + act.getValue())
                            .collect(Collectors.joining(", "));
        }
        String whole = subject.strip();
        int length = Math.min(whole.length(), RegisterQuestion.SUBJECT_LENGTH_MAX);
        return whole.substring(0, length);
    }

    /// What records would be matched by.
    Uni<CopyMatcher> matcher(LedgerTransaction ledger, int id) {
        return Uni.combine()
                .all()
                .unis(store.entries(ledger), store.proposed(id))
                .with((entries, changes) ->
                        IndexedRegister.of(
                                entries.with(changes.stream().map(EntryChange::entry).toList())))
                .chain(register -> matching.by(ledger.matching(), register));
    }

    Uni<List<BatchResult.TeacherRange>> stretches(int id, int most) {
        return kept.stretches(id, most);
    }

    Uni<List<Integer>> teachers(
            LedgerTransaction ledger, int id, BatchResult.TeacherRange stretch) {
        return kept.teachers(ledger, id, stretch);
    }

    /// Where numbers of families come from.
    ///
    /// @param isTelling whether nothing is to be kept
    Programmes families(boolean isTelling) {
        return isTelling ? programmes.provisional() : programmes;
    }

    /// What no account hangs on goes first: from then on whatever comes back to a teacher is of its
    /// family.
    Uni<Void> retitleRest(LedgerTransaction ledger, int id, CopyMatcher matcher, LocalDate today) {
        return kept.titles(id)
                .chain(all -> {
                    Map<Integer, String> cores = new HashMap<>();
                    all.forEach((number, title) -> cores.put(number, matcher.family(title, today)));
                    return programmes
                            .families(new HashSet<>(cores.values()))
                            .map(numbers -> numbered(cores, numbers));
                })
                .chain(families -> kept.retitleRest(ledger, families));
    }

    private static Map<Integer, Integer> numbered(
            Map<Integer, String> cores, Map<String, Integer> numbers) {
        Map<Integer, Integer> families = new HashMap<>();
        cores.forEach(
                (title, core) -> families.put(title, Objects.requireNonNull(numbers.get(core))));
        return families;
    }
}
