package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.fakes.StoredPersons.Doubted;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.Persons;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who is who in memory, without the ledger lock.
public final class InMemoryPersons implements Persons {
    private final InMemoryLedger ledger;

    public InMemoryPersons(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    private Held now() {
        return new Held(ledger.committed(), ledger);
    }

    @Override
    public Uni<@Nullable KnownPerson> find(String number) {
        return Uni.createFrom().deferred(() -> now().find(number));
    }

    @Override
    public Uni<Void> propose(NewProposal proposal) {
        return ledger.change(
                        state -> {
                            new Held(state, ledger).put(proposal);
                            return proposal;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<@Nullable Proposal> proposal(UUID id, Jurisdiction within) {
        return Uni.createFrom().deferred(() -> now().proposal(id, within));
    }

    @Override
    public Uni<List<Proposal>> proposals(ProposalState state, Jurisdiction within) {
        return Uni.createFrom().deferred(() -> now().proposals(state, within));
    }

    @Override
    public Uni<List<Proposal>> proposals(int teacher, Jurisdiction within) {
        return Uni.createFrom().deferred(() -> now().proposals(teacher, within));
    }

    @Override
    public Uni<List<RosterDoubt>> doubts(Jurisdiction within) {
        return Uni.createFrom().deferred(() -> now().doubts(within));
    }

    @Override
    public Uni<List<FormerKey>> former(int teacher) {
        return Uni.createFrom().deferred(() -> now().former(teacher));
    }

    /// Who is who at one moment, or in one transaction.
    record Held(RegistryState state, InMemoryLedger ledger) implements Persons.Changing {
        @Override
        public Uni<@Nullable KnownPerson> find(String number) {
            return Uni.createFrom()
                    .item(() -> {
                        StoredTeacher teacher = state.numbered(number);
                        if (teacher == null) return null;
                        return new KnownPerson(
                                teacher.id(),
                                teacher.row().teacherNo(),
                                teacher.answering(),
                                state.bank.hasFile(teacher.id()));
                    });
        }

        @Override
        public Uni<Void> propose(NewProposal proposal) {
            return Uni.createFrom().voidItem().invoke(() -> put(proposal));
        }

        void put(NewProposal one) {
            state.persons.proposals.put(
                    one.id(),
                    new Proposal(
                            one.id(),
                            one.act(),
                            one.teacher(),
                            one.other(),
                            ResidentId.masked(one.reason()),
                            ProposalState.OPEN,
                            ledger.clock().instant(),
                            one.by(),
                            null,
                            null));
        }

        private List<Proposal> proposals(Jurisdiction within, Predicate<Proposal> which) {
            return state.persons.proposals.values().stream()
                    .filter(which)
                    .filter(one -> isWithin(one.teacher(), within))
                    .filter(one -> one.other() == null || isWithin(one.other(), within))
                    .toList()
                    .reversed()
                    .stream()
                    .limit(LISTED_MAX)
                    .toList();
        }

        private boolean isWithin(int teacher, Jurisdiction within) {
            return within.covers(state.teacher(teacher).answering());
        }

        @Override
        public Uni<@Nullable Proposal> proposal(UUID id, Jurisdiction within) {
            return Uni.createFrom()
                    .item(() -> {
                        List<Proposal> found = proposals(within, one -> one.id().equals(id));
                        return found.isEmpty() ? null : found.getFirst();
                    });
        }

        @Override
        public Uni<List<Proposal>> proposals(ProposalState where, Jurisdiction within) {
            return Uni.createFrom().item(() -> proposals(within, one -> one.state() == where));
        }

        @Override
        public Uni<List<Proposal>> proposals(int teacher, Jurisdiction within) {
            return Uni.createFrom()
                    .item(() ->
                            proposals(
                                    within,
                                    one ->
                                            one.teacher() == teacher
                                                    || Objects.equals(one.other(), teacher)));
        }

        @Override
        public Uni<List<RosterDoubt>> doubts(Jurisdiction within) {
            return Uni.createFrom()
                    .item(() ->
                            state.persons.doubts.values().stream()
                                    .filter(one ->
                                            one.teachers().stream()
                                                    .anyMatch(id -> isWithin(id, within)))
                                    .map(one -> named(one, within))
                                    .limit(LISTED_MAX)
                                    .toList());
        }

        private RosterDoubt named(Doubted one, Jurisdiction within) {
            RosterDoubt doubt = one.doubt();
            List<String> numbers =
                    one.teachers().stream()
                            .filter(id -> isWithin(id, within))
                            .map(id -> state.teacher(id).row().teacherNo())
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList();
            return new RosterDoubt(
                    doubt.code(),
                    doubt.teacherNo(),
                    doubt.document(),
                    doubt.name(),
                    doubt.birthDate(),
                    doubt.division(),
                    numbers,
                    doubt.firstSeen(),
                    doubt.lastSeen());
        }

        @Override
        public Uni<List<FormerKey>> former(int teacher) {
            return Uni.createFrom()
                    .item(() ->
                            state.teacher(teacher).former().reversed().stream()
                                    .map(one ->
                                            new FormerKey(
                                                    one.kind().name(), one.value(), one.endedAt()))
                                    .toList());
        }

        @Override
        public Uni<Boolean> decide(UUID id, ProposalState decided, String by) {
            return Uni.createFrom()
                    .item(() -> {
                        Proposal one = state.persons.proposals.get(id);
                        if (one == null || one.state() != ProposalState.OPEN) return false;
                        Instant now = ledger.clock().instant();
                        state.persons.proposals.put(
                                id,
                                new Proposal(
                                        id,
                                        one.act(),
                                        one.teacher(),
                                        one.other(),
                                        one.reason(),
                                        decided,
                                        one.proposedAt(),
                                        one.proposedBy(),
                                        now,
                                        by));
                        state.persons
                                .doubts
                                .values()
                                .removeIf(doubt ->
                                        doubt.teachers().contains(one.teacher())
                                                || doubt.teachers().contains(one.other()));
                        return true;
                    });
        }

        private PersonChange change() {
            return new PersonChange(state, ledger);
        }

        @Override
        public Uni<Void> renumber(int teacher, String number) {
            return Uni.createFrom().voidItem().invoke(() -> change().renumber(teacher, number));
        }

        @Override
        public Uni<Void> merge(int kept, int other) {
            return Uni.createFrom().voidItem().invoke(() -> change().merge(kept, other));
        }

        @Override
        public Uni<Integer> part(int teacher, PersonAct.PartRecords part) {
            return Uni.createFrom().item(() -> change().part(teacher, part));
        }
    }
}
