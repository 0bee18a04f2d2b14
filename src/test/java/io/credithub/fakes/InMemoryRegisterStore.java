package io.credithub.fakes;

import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.fakes.StoredRegister.StoredDecision;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.flow.register.RegisterQuery;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programme register in memory.
public final class InMemoryRegisterStore implements RegisterStore, RegisterQuery {
    private final InMemoryLedger ledger;

    public InMemoryRegisterStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<ProgrammeEntries> entries(LedgerTransaction transaction) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRegister register = InMemoryTransaction.of(transaction).state().register;
                    return register.at(register.version());
                });
    }

    @Override
    public Uni<Long> keep(
            LedgerTransaction transaction, Deciding deciding, List<EntryChange> changes) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRegister register = InMemoryTransaction.of(transaction).change().register;
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    int next = register.at(register.version()).all().size();
                    List<EntryChange> numbered = new ArrayList<>();
                    for (EntryChange change : changes) {
                        int known = change.entry().number();
                        RegisterEntry entry = change.entry().numbered(known == 0 ? ++next : known);
                        numbered.add(new EntryChange(entry, change.act(), change.detail()));
                    }
                    long version = state.matching + 1;
                    state.matching = version;
                    register.decisions.add(
                            new StoredDecision(
                                    version,
                                    ledger.clock().instant(),
                                    deciding.by(),
                                    ResidentId.masked(deciding.reason()),
                                    numbered));
                    return version;
                });
    }

    @Override
    public Uni<Void> propose(int recomputation, List<EntryChange> changes) {
        return ledger.change(state ->
                        state.recomputations.computeIfPresent(
                                recomputation, (_, one) -> proposing(one, changes)))
                .replaceWithVoid();
    }

    private static StoredRecomputation proposing(
            StoredRecomputation one, List<EntryChange> changes) {
        StoredRegisterChange about = Objects.requireNonNull(one.register());
        return one.about(new StoredRegisterChange(about.question(), changes));
    }

    @Override
    public Uni<List<EntryChange>> proposed(int recomputation) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRecomputation one = ledger.committed().recomputations.get(recomputation);
                    return one == null || one.register() == null
                            ? List.of()
                            : one.register().proposed();
                });
    }

    @Override
    public Uni<List<RegisterEntry>> search(RegisterSearch search, int after, int most) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRegister register = ledger.committed().register;
                    List<RegisterEntry> all =
                            new ArrayList<>(register.at(register.version()).all());
                    all.sort(Comparator.comparing(RegisterEntry::code));
                    String from =
                            all.stream()
                                    .filter(entry -> entry.number() == after)
                                    .map(RegisterEntry::code)
                                    .findFirst()
                                    .orElse("");
                    return all.stream()
                            .filter(entry -> entry.code().compareTo(from) > 0)
                            .filter(entry -> isMeant(entry, search))
                            .limit(most)
                            .toList();
                });
    }

    private static boolean isMeant(RegisterEntry entry, RegisterSearch search) {
        ProgrammeTerms terms = entry.terms();
        String organiser = terms.organiser() == null ? "" : terms.organiser();
        return (search.code() == null || entry.code().startsWith(search.code()))
                && (search.name() == null
                        || entry.names().stream()
                                .anyMatch(
                                        name -> NormalForm.programme(name).contains(search.name())))
                && (search.level() == null || search.level() == terms.level())
                && (search.year() == null || isOf(terms, search.year()))
                && (search.organiser() == null
                        || NormalForm.programme(organiser).contains(search.organiser()))
                && (search.state() == null || search.state() == RegisterQuery.state(entry));
    }

    private static boolean isOf(ProgrammeTerms terms, int year) {
        LocalDate first = terms.startsOn();
        LocalDate last = terms.endsOn();
        return (first == null || first.getYear() <= year)
                && (last == null || last.getYear() >= year);
    }

    @Override
    public Uni<Optional<FoundEntry>> find(String code, @Nullable Instant at) {
        return Uni.createFrom()
                .item(() -> {
                    StoredRegister register = ledger.committed().register;
                    ProgrammeEntries entries =
                            at == null ? register.at(register.version()) : register.at(at);
                    RegisterEntry entry = entries.entry(code);
                    if (entry == null) return Optional.empty();
                    List<String> joined =
                            entries.all().stream()
                                    .filter(one -> code.equals(one.joinedTo()))
                                    .map(RegisterEntry::code)
                                    .sorted()
                                    .toList();
                    return Optional.of(new FoundEntry(entry, joined, history(register, code)));
                });
    }

    private static List<EntryEvent> history(StoredRegister register, String code) {
        List<EntryEvent> history = new ArrayList<>();
        for (StoredDecision decision : register.decisions) {
            for (EntryChange change : decision.changes()) {
                if (!change.entry().code().equals(code)) continue;
                history.add(
                        new EntryEvent(
                                decision.version(),
                                decision.at(),
                                decision.by(),
                                decision.reason(),
                                change.act(),
                                change.detail()));
            }
        }
        return history;
    }
}
